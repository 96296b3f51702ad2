import type { Minimum } from '../surfaces/types.ts';
import { bendOf } from './bend.ts';
import { extentOf, type Cells, type Tile } from './cells.ts';
import { countsIn, tallyOf } from './count.ts';
import { isSame, type Searched } from './minima.ts';
import { UNCONVERGED, type BasinMap } from './types.ts';

/** What was computed of some tiles; their `minima` begin with those of the surface's domain. */
export interface TilesFound {
  readonly labels: Uint16Array;
  readonly rests: Uint16Array;
  readonly minima: readonly Minimum[];
}

/** A map that is put together of tiles, in any order: cells that are not there yet hold `before`. */
export function createCollection(searched: Searched, cells: Cells, before?: BasinMap) {
  const { size } = cells;
  const labels = new Uint16Array(size * size).fill(UNCONVERGED);
  const rests = new Uint16Array(size * size);
  const minima: Minimum[] = [...(before?.minima ?? [])];
  if (before) {
    for (let row = 0, at = 0; row < size; row++) {
      const from = Math.floor(((row + 0.5) * before.size) / size) * before.size;
      for (let column = 0; column < size; column++, at++) {
        const cell = from + Math.floor(((column + 0.5) * before.size) / size);
        labels[at] = before.labels[cell]!;
        rests[at] = before.rests[cell]!;
      }
    }
  }

  // Kept along: to count a map of a million cells at every answer would hold the page up.
  const tally = tallyOf(labels);

  /** Where each of a tile's minima stands in this map's list, to which new ones are added. */
  function placesOf(found: readonly Minimum[]): number[] {
    const bend = bendOf(searched.formula, searched.params);
    return found.map((minimum, k) => {
      const own = minima[k];
      if (own && own.at[0] === minimum.at[0] && own.at[1] === minimum.at[1]) return k;
      const same = minima.findIndex((other) => isSame(bend, other, minimum));
      return same >= 0 ? same : minima.push(minimum) - 1;
    });
  }

  return {
    add(tiles: readonly Tile[], found: TilesFound): void {
      const places = placesOf(found.minima);
      let at = 0;
      for (const tile of tiles) {
        const { columns, rows } = extentOf(cells, tile);
        for (let row = 0; row < rows; row++) {
          const to = (tile.row + row) * size + tile.column;
          for (let column = 0; column < columns; column++, at++) {
            const label = found.labels[at]!;
            const place = places[label] ?? label;
            tally[labels[to + column]!]!--;
            tally[place]!++;
            labels[to + column] = place;
            rests[to + column] = found.rests[at]!;
          }
        }
      }
    },
    /** Of the map as far as it has come. */
    counts: () => countsIn(tally, minima),
    /** As far as it has come; it shares the collection's arrays. */
    map: (): BasinMap => ({ size, labels, rests, minima: [...minima] }),
  };
}
