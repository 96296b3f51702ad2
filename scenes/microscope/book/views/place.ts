import type { RidgePlace } from '../../../../src/view/ridges/ridges.ts';
import type { Ridges } from '../picture/types.ts';

/** World units: half the width of the picture, half its depth, and the way from row to row at most. */
export const HALF = 8;
export const DEEP = 8.5;
const FARTHEST = 3.4;
/** Between columns. */
const GAP = 1.6;
/** Of the way from row to row: how thick a ridge is, and how far the lines of one place stand apart. */
const THICK = 0.1;
const BESIDE = 0.14;

/** How high a ridge may stand: lower where many stand behind one another. */
export const tallOf = (rows: number): number => (rows > 8 ? 3.6 : 5);

/** What a picture is laid out by. */
export type Shape = Pick<Ridges, 'rows' | 'columns' | 'slots'>;

/** Where line `line` of a slot stands; the first row is the farthest. */
export function placeOf({ rows, columns, slots }: Shape, slot: number, line: number): RidgePlace {
  const { row, column } = slots[slot]!;
  const apart = Math.min((2 * DEEP) / rows, FARTHEST);
  const width = (2 * HALF - GAP * (columns.length - 1)) / columns.length;
  const left = -HALF + column * (width + GAP);
  const z = (row + 0.5 - rows / 2) * apart + line * BESIDE * apart;
  return { left, right: left + width, foot: 0, z, thick: THICK * apart };
}

/** Where a trial stands: exponents of lr to the right, of decay to the back; as high as it scored. */
export function trialAt(lr: number, decay: number, score: number): readonly [x: number, y: number, z: number] {
  return [-HALF + 2 * HALF * lr, tallOf(1) * score, HALF - 2 * HALF * decay];
}
