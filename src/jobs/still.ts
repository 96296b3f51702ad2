import { transfer } from 'comlink';
import type { Stamp } from '../basins/stamp.ts';
import { basinParts, type BasinOptions } from './basinShares.ts';
import { throwIfStopped, type Crew } from './crew/crew.ts';
import type { StillSetup } from './stillDuty.ts';

/** Of all work the part that is no painting. */
const COMPUTING = 0.95;

/** A map as a PNG with stamps on it, by the page's workers: nothing of it is done on this thread. */
export async function basinStill(
  setup: StillSetup,
  stamps: readonly Stamp[],
  crew: Crew,
  { stop, onProgress }: BasinOptions = {},
): Promise<Uint8Array<ArrayBuffer>> {
  const [painter] = await crew.engage('still', setup);
  if (!painter) throw new Error('a crew has a member');
  let gathered: Promise<unknown> = Promise.resolve();
  await basinParts(
    { basin: setup.basin, inPage: true },
    crew,
    (tiles, found) => {
      const question = transfer({ tiles, found }, [found.labels.buffer, found.rests.buffer]);
      gathered = Promise.all([gathered, painter.ask(question)]);
      // Whoever awaits it hears of it.
      gathered.catch(() => undefined);
    },
    { stop, onProgress: (part) => onProgress?.(COMPUTING * part) },
  );
  await gathered;
  throwIfStopped(stop);
  const png = await painter.ask({ stamps });
  if (!png) throw new Error('a painter that was given stamps answers a picture');
  return png;
}
