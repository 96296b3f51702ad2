import type { RidgePlace } from '../../../../src/view/ridges/ridges.ts';

/** World units: half the width of a sheet, and its height: a share of 1. */
export const HALF = 8;
export const TALL = 6.5;
/** Where the activations' sheets begin and the gradients' end, along the depth; how high the gradients' terrace lies. */
const FRONT = 9.5;
const MIDDLE = 0.5;
const BACK = -9.5;
export const TERRACE = 2.2;
/** Of the way from sheet to sheet: how thick a sheet's ridge is, and where its neurons lie, before its foot. */
const THICK = 0.1;
const DOTS = [0.12, 0.85] as const;
/** Sheets farther apart than this would not be seen as one row. */
const FARTHEST = 3.4;

/** How high a share stands: its root, so that a flat layer can be told from none beside one that stands in a single bin. */
export const heightOf = (share: number): number => TALL * Math.sqrt(share);

export interface Row {
  readonly places: readonly RidgePlace[];
  /** From sheet to sheet. */
  readonly apart: number;
}

function rowOf(count: number, front: number, back: number, foot: number): Row {
  const apart = Math.min((front - back) / count, FARTHEST);
  const places = Array.from({ length: count }, (_, layer) => ({
    ...{ left: -HALF, right: HALF, foot, z: front - (layer + 1) * apart, thick: THICK * apart },
  }));
  return { places, apart };
}

export const activationRow = (count: number, withGradients: boolean): Row =>
  rowOf(count, FRONT, withGradients ? MIDDLE : BACK, 0);
export const gradientRow = (count: number): Row => rowOf(count, MIDDLE - 1, BACK, TERRACE);

/** Where neuron `index` of `count` lies, before the foot of its sheet: by its number along the sheet, the farther from it the larger its mean is in `range`. */
export function neuronAt(
  { left, right, foot, z }: RidgePlace,
  apart: number,
  mean: number,
  [low, high]: readonly [number, number],
  index: number,
  count: number,
  out: Float64Array,
  at: number,
): void {
  const share = Math.min(Math.max((mean - low) / (high - low), 0), 1);
  out[at] = left + ((right - left) * (index + 0.5)) / count;
  out[at + 1] = foot;
  out[at + 2] = z + apart * (DOTS[0] + (DOTS[1] - DOTS[0]) * share);
}

/** Lines that a thread is made of; how high one rises that goes all along a sheet. */
export const PIECES = 8;
const RISE = 2.2;

/** A thread from one neuron to another, as a bridge: PIECES lines, from line `at` of the buffers on. */
export function bridge(
  places: Float64Array,
  from: number,
  to: number,
  starts: Float32Array,
  ends: Float32Array,
  at: number,
): void {
  const [fromX, fromY, fromZ] = [places[3 * from]!, places[3 * from + 1]!, places[3 * from + 2]!];
  const [x, y, z] = [places[3 * to]! - fromX, places[3 * to + 1]! - fromY, places[3 * to + 2]! - fromZ];
  const rise = RISE * Math.sqrt(Math.abs(x) / (2 * HALF));
  for (let k = 0; k <= PIECES; k++) {
    const u = k / PIECES;
    const [px, py, pz] = [fromX + u * x, fromY + u * y + 4 * u * (1 - u) * rise, fromZ + u * z];
    if (k < PIECES) write(starts, 3 * (at + k), px, py, pz);
    if (k > 0) write(ends, 3 * (at + k - 1), px, py, pz);
  }
}

function write(out: Float32Array, at: number, x: number, y: number, z: number): void {
  out[at] = x;
  out[at + 1] = y;
  out[at + 2] = z;
}
