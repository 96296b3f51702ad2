import { transfer } from 'comlink';
import type { Tile } from '../basins/cells.ts';
import { NODE_MODES, openDevice } from '../gpu/device.ts';
import { basinTiles } from './basin.ts';
import type { BasinSpec, BasinTilesResult } from './specs.ts';

/** A map that several of Node's threads share. */
export interface BasinSetup {
  readonly basin: BasinSpec;
  /** `webasm`, `cpu` or `float64`; left out: what is fastest here. */
  readonly backend?: string | undefined;
}

/** Answers some tiles at a time. */
export async function basinDuty({ basin, backend }: BasinSetup) {
  const device = await openDevice({ modes: NODE_MODES, thread: 'node', override: backend });
  return async (tiles: readonly Tile[]): Promise<BasinTilesResult> => {
    const found = await basinTiles({ basin, tiles }, device);
    return transfer(found, [found.labels.buffer, found.rests.buffer]);
  };
}
