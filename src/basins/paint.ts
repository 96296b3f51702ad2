import { huesOf, SHADES, type BasinColours } from './colours.ts';
import { DIVERGED, UNCONVERGED, type BasinMap } from './types.ts';

/** The updates between which lightness runs, on a logarithmic scale. */
export interface RestScale {
  readonly soon: number;
  readonly late: number;
}

/** All but the quickest and the slowest hundredth of the paths that reach a minimum. */
export function restScale({ labels, rests }: BasinMap): RestScale {
  const histogram = new Uint32Array(65_536);
  let count = 0;
  labels.forEach((label, cell) => {
    if (label >= UNCONVERGED) return;
    histogram[rests[cell]!]!++;
    count++;
  });
  const quantile = (q: number): number => {
    let below = 0;
    for (let rest = 0; rest < histogram.length; rest++) {
      below += histogram[rest]!;
      if (below >= q * count) return rest;
    }
    return 0;
  };
  const soon = quantile(0.01);
  return { soon, late: Math.max(quantile(0.99), soon + 1) };
}

/** 0 … SHADES − 1 for each number of updates up to the last; beyond it the shade stays. */
function shadesOf({ soon, late }: RestScale): Uint8Array {
  const span = Math.log((1 + late) / (1 + soon));
  return Uint8Array.from({ length: late + 1 }, (_, rest) => {
    const u = Math.log((1 + rest) / (1 + soon)) / span;
    return Math.round((SHADES - 1) * Math.min(Math.max(u, 0), 1));
  });
}

/** Cells a side for which an edge is one pixel wide. */
const EDGE_CELLS = 1024;
/** How much of the edge's ink covers a cell between two basins, and one all of whose neighbours are of others. */
const [EDGE, DUST] = [0.8, 0.12];

/** Columns and rows from (column, row) on. */
export interface Region {
  readonly column: number;
  readonly row: number;
  readonly columns: number;
  readonly rows: number;
}

export interface BasinPainter {
  /** Cells within which a change of one cell shows: neighbours have their edges by it. */
  readonly margin: number;
  /** Paints a region of the map, as it is now, into RGBA of size × size pixels, the window's upper border first. */
  paint(into: Uint8ClampedArray, region: Region): void;
}

/**
 * Hue says which minimum, lightness how soon; an edge of ink lies between basins, and thins out where they are so intertwined that there would be nothing
 * but ink.
 */
export function createPainter(map: BasinMap, colours: BasinColours, scale: RestScale): BasinPainter {
  const { size, labels, rests } = map;
  const hues = huesOf(map.minima);
  const shades = shadesOf(scale);
  const width = Math.max(1, Math.round(size / EDGE_CELLS));
  return {
    margin: 4 * width,
    paint(into, region) {
      const [right, top] = [Math.min(region.column + region.columns, size), Math.min(region.row + region.rows, size)];
      for (let row = Math.max(region.row, 0); row < top; row++) {
        for (let column = Math.max(region.column, 0); column < right; column++) {
          const cell = row * size + column;
          const label = labels[cell]!;
          const at = 4 * ((size - 1 - row) * size + column);
          const ink = edgeAt(map, row, column, width);
          const from =
            label < UNCONVERGED ? 3 * (hues[label]! * SHADES + shades[Math.min(rests[cell]!, scale.late)]!) : 0;
          const flat = label === DIVERGED ? colours.diverged : colours.unconverged;
          for (let c = 0; c < 3; c++) {
            const colour = label < UNCONVERGED ? colours.shades[from + c]! : flat[c]!;
            into[at + c] = colour + ink * (colours.edge[c]! - colour);
          }
          into[at + 3] = 255;
        }
      }
    },
  };
}

/** The whole map: RGBA, size × size. */
export function paintBasins(
  map: BasinMap,
  colours: BasinColours,
  scale: RestScale = restScale(map),
): Uint8ClampedArray<ArrayBuffer> {
  const { size } = map;
  const out = new Uint8ClampedArray(4 * size * size);
  createPainter(map, colours, scale).paint(out, { column: 0, row: 0, columns: size, rows: size });
  return out;
}

/** Neighbours that are looked at for an edge, then those that tell how intertwined the basins are about it. */
const near = [
  [1, 0],
  [0, 1],
  [-1, 0],
  [0, -1],
] as const;

function edgeAt({ size, labels }: BasinMap, row: number, column: number, width: number): number {
  const own = labels[row * size + column]!;
  let others = 0;
  let wide = 0;
  for (const [dr, dc] of near) {
    for (const far of [width, 4 * width]) {
      const [r, c] = [row + far * dr, column + far * dc];
      if (r < 0 || c < 0 || r >= size || c >= size || labels[r * size + c] === own) continue;
      if (far === width) others++;
      else wide++;
    }
  }
  if (others === 0) return 0;
  const tangled = (others + wide - 2) / 6;
  return EDGE + Math.min(Math.max(tangled, 0), 1) * (DUST - EDGE);
}
