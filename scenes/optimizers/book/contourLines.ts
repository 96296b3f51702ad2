import { contours } from 'd3-contour';
import type { ParamValues } from '../../../src/params/spec.ts';
import { objectiveOf } from '../../../src/surfaces/objective.ts';
import type { Domain } from '../../../src/surfaces/types.ts';
import { contourLevels, logLevels } from './levels.ts';

export interface ContourSpec {
  readonly formula: string;
  readonly params: ParamValues;
  readonly domain: Domain;
  /** f at the highest line that may be drawn. */
  readonly top: number;
  /** Samples along a side, the border included. */
  readonly size: number;
  /** f_min of levels spaced by powers of ten of f − f_min; null for even ones. */
  readonly log: number | null;
}

export interface ContourLine {
  readonly level: number;
  /** Pieces, each x, y, x, y, … in the surface's own coordinates. */
  readonly pieces: readonly Float64Array[];
}

/** f on a size × size grid that includes the domain's border, row by row from y0 upwards, x fastest. */
function sampleGrid({ formula, params, domain, size }: Omit<ContourSpec, 'top' | 'log'>): Float64Array {
  const objective = objectiveOf(formula, params);
  const [x0, x1, y0, y1] = domain;
  const grid = new Float64Array(size * size);
  for (let j = 0; j < size; j++) {
    const y = y0 + (j / (size - 1)) * (y1 - y0);
    for (let i = 0; i < size; i++) grid[j * size + i] = objective.value(x0 + (i / (size - 1)) * (x1 - x0), y);
  }
  return grid;
}

function rangeOf(values: Float64Array): readonly [low: number, high: number] {
  let low = Infinity;
  let high = -Infinity;
  for (const value of values) {
    if (!Number.isFinite(value)) continue;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return [low, high];
}

/**
 * The pieces of a ring that d3-contour closed along the grid's border: its points on that border (0 or `size` in its
 * coordinates, half a cell outside the samples) are no part of the level line.
 */
function openPieces(ring: readonly (readonly number[])[], size: number): (readonly number[])[][] {
  const border = ([x = 0, y = 0]: readonly number[]) => x === 0 || y === 0 || x === size || y === size;
  const start = ring.findIndex(border);
  if (start < 0) return [[...ring]];
  const pieces: (readonly number[])[][] = [];
  let piece: (readonly number[])[] = [];
  // The ring's last point repeats its first.
  const length = ring.length - 1;
  for (let k = 1; k <= length; k++) {
    const point = ring[(start + k) % length] as readonly number[];
    if (!border(point)) piece.push(point);
    else {
      if (piece.length > 1) pieces.push(piece);
      piece = [];
    }
  }
  return pieces;
}

/** Level lines of a formula in float64, at levels up to `top`: those that matplotlib would choose, or powers of ten. */
export function contourLines(spec: ContourSpec): readonly ContourLine[] {
  const { domain, size, top } = spec;
  const grid = sampleGrid(spec);
  const [low, high] = rangeOf(grid);
  const [x0, x1, y0, y1] = domain;
  const generator = contours().size([size, size]);
  // d3 takes samples at cell centres and types its grid as number[]; any indexed numbers serve.
  const values = grid as unknown as number[];
  const toX = (column: number) => x0 + ((column - 0.5) / (size - 1)) * (x1 - x0);
  const toY = (row: number) => y0 + ((row - 0.5) / (size - 1)) * (y1 - y0);
  const highest = Math.min(top, high);
  const levels = spec.log === null ? contourLevels(low, highest) : logLevels(spec.log, low, highest);
  return levels.map((level) => {
    const rings = generator.contour(values, level).coordinates.flat();
    const pieces = rings
      .flatMap((ring) => openPieces(ring, size))
      .map((piece) => Float64Array.from(piece.flatMap(([x = 0, y = 0]) => [toX(x), toY(y)])));
    return { level, pieces };
  });
}
