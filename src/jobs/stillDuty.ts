import { transfer } from 'comlink';
import type { Tile } from '../basins/cells.ts';
import { createCollection } from '../basins/collect.ts';
import { basinColours, type Theme } from '../basins/colours.ts';
import { paintBasins, type RestScale } from '../basins/paint.ts';
import { press, type Stamp } from '../basins/stamp.ts';
import type { BasinMap } from '../basins/types.ts';
import { encodeOpaque } from '../io/images/png.ts';
import type { BasinSpec, BasinTilesResult } from './specs.ts';

/** A map as a file, finer than a page shows it. */
export interface StillSetup {
  readonly basin: BasinSpec;
  readonly theme: Theme;
  /** The map on view: its minima come first, so that each has the hue and the letter that it has there. */
  readonly before: BasinMap;
  /** That of the map on view. */
  readonly scale: RestScale;
}

export type StillQuestion =
  | { readonly tiles: readonly Tile[]; readonly found: BasinTilesResult }
  /** All tiles are there. */
  | { readonly stamps: readonly Stamp[] };

/** Gathers a map's tiles, then paints it with what is stamped on it: a PNG. */
export function stillDuty({ basin, theme, before, scale }: StillSetup) {
  // Of all members one is asked, and only that one needs the room.
  let collection: ReturnType<typeof createCollection> | null = null;
  return Promise.resolve((question: StillQuestion): Uint8Array<ArrayBuffer> | null => {
    collection ??= createCollection(basin.surface, basin, before);
    if ('tiles' in question) {
      collection.add(question.tiles, question.found);
      return null;
    }
    const pixels = paintBasins(collection.map(), basinColours(theme), scale);
    for (const stamp of question.stamps) press(pixels, basin.size, stamp);
    const png = new Uint8Array(encodeOpaque(pixels, basin.size));
    return transfer(png, [png.buffer]);
  });
}
