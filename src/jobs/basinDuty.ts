import { transfer } from 'comlink';
import type { Tile } from '../basins/cells.ts';
import { NODE_MODES, openDevice, PAGE_MODES } from '../gpu/device.ts';
import { basinTiles } from './basin.ts';
import type { BasinSpec, BasinTilesResult } from './specs.ts';

/** A map that several threads share. */
export interface BasinSetup {
  readonly basin: BasinSpec;
  /** `webasm`, `cpu` or `float64`; left out: what is fastest here. */
  readonly backend?: string | undefined;
  /** The threads are a page's workers, not Node's. */
  readonly inPage?: boolean | undefined;
}

/** Answers some tiles at a time. */
export async function basinDuty({ basin, backend, inPage = false }: BasinSetup) {
  const where = inPage
    ? ({ modes: PAGE_MODES, thread: 'worker' } as const)
    : ({ modes: NODE_MODES, thread: 'node' } as const);
  const device = await openDevice({ ...where, override: backend });
  return async (tiles: readonly Tile[]): Promise<BasinTilesResult> => {
    const found = await basinTiles({ basin, tiles }, device);
    return transfer(found, [found.labels.buffer, found.rests.buffer]);
  };
}
