import { corners, planeGrid } from '../../../../src/networks/microscope/gates.ts';

/** Beyond the unit square on every side, and points along a side: corners are points of it. */
export const MARGIN = 0.25;
export const SIDE = 61;
const STEP = (1 + 2 * MARGIN) / (SIDE - 1);

export const grid = planeGrid(SIDE, [
  [-MARGIN, 1 + MARGIN],
  [-MARGIN, 1 + MARGIN],
]);

/** Points of the grid by corner. */
export const cornerPoints: readonly number[] = corners.map(
  ([x1, x2]) => Math.round((x2 + MARGIN) / STEP) * SIDE + Math.round((x1 + MARGIN) / STEP),
);

/** How far a sheet is from flat: how far points lie from the middle between two of their row, column or diagonal, over the sheet's size. 0 of any affine image of the plane. */
export function bendOf(points: Float64Array, width: number, side: number): number {
  let [most, size] = [0, 0];
  const at = (i: number, j: number, k: number) => points[(j * side + i) * width + k]!;
  const span = Math.floor((side - 1) / 6);
  for (let k = 0; k < width; k++) {
    let [low, high] = [Infinity, -Infinity];
    for (let j = 0; j < side; j++) {
      for (let i = 0; i < side; i++) {
        const middle = at(i, j, k);
        [low, high] = [Math.min(low, middle), Math.max(high, middle)];
        for (const [di, dj] of ways) {
          const [a, b, c, d] = [i - di * span, j - dj * span, i + di * span, j + dj * span];
          if (Math.min(a, b, c, d) < 0 || Math.max(a, b, c, d) >= side) continue;
          most = Math.max(most, Math.abs(middle - (at(a, b, k) + at(c, d, k)) / 2));
        }
      }
    }
    size = Math.max(size, high - low);
  }
  return size > 0 ? most / size : 0;
}

const ways = [
  [1, 0],
  [0, 1],
  [1, 1],
] as const;
