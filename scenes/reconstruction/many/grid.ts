import type { Points } from '../../../src/clouds/types.ts';
import type { Matrix4 } from '../../../src/math/matrix4.ts';
import type { CloudSpace } from '../../../src/view/clouds/space.ts';
import { axesOf, type Direction } from '../../../src/view/framing.ts';

/** From the middle of one answer to that of the next, in longest edges of the object. */
const APART = 1.12;
/** Columns for each row, of many. */
const WIDE = 1.25;

/** Where answer `index` of `count` stands, in longest edges right of and above the middle of all: rows from the top, each from the left. */
export function placeInGrid(index: number, count: number): readonly [right: number, up: number] {
  const columns = Math.min(Math.max(Math.round(Math.sqrt(count * WIDE)), 1), count);
  const rows = Math.ceil(count / columns);
  const row = Math.floor(index / columns);
  const inRow = Math.min(columns, count - row * columns);
  return [APART * ((index % columns) - (inRow - 1) / 2), APART * ((rows - 1) / 2 - row)];
}

interface Axes {
  readonly right: ArrayLike<number>;
  readonly up: ArrayLike<number>;
}

/** Writes the shift, in the clouds' frame, that puts an answer into its place of the picture, for a camera with these axes (world). */
export function shiftInto(
  [x, y]: readonly [number, number],
  { right, up }: Axes,
  space: CloudSpace,
  out: Matrix4,
): void {
  const m = space.worldFromTarget;
  for (let k = 0; k < 3; k++) {
    let sum = 0;
    // The rotation's transpose: its columns are `scale` long.
    for (let r = 0; r < 3; r++) sum += (m[4 * r + k]! / space.scale) * (x * right[r]! + y * up[r]!);
    out[4 * k + 3] = sum;
  }
}

/** Every n-th of the points, and those that reach farthest along the axes (in the points' frame). */
function fairPart(points: Points, axes: readonly (readonly number[])[], most: number): readonly number[] {
  const count = points.length / 3;
  const every = Math.max(Math.ceil(count / most), 1);
  const part = Array.from({ length: Math.ceil(count / every) }, (_, k) => k * every);
  const farthest = axes.flatMap((axis) => {
    const along = (i: number) => [0, 1, 2].reduce((sum, k) => sum + axis[k]! * points[3 * i + k]!, 0);
    const order = Array.from({ length: count }, (_, i) => i).sort((a, b) => along(a) - along(b));
    return [order[0]!, order[count - 1]!];
  });
  return [...part, ...farthest];
}

/** Some points of all answers in their places, as seen from `direction`: what the picture is framed to. */
export function gridOutline(samples: readonly Points[], space: CloudSpace, direction: Direction, most: number): Points {
  const axes = axesOf(direction);
  const out: number[] = [];
  const shift = new Float64Array(16);
  const own = (
    [
      [1, 0],
      [0, 1],
    ] as const
  ).map((axis) => {
    shiftInto(axis, axes, space, shift);
    return [shift[3]!, shift[7]!, shift[11]!];
  });
  samples.forEach((points, index) => {
    shiftInto(placeInGrid(index, samples.length), axes, space, shift);
    for (const i of fairPart(points, own, Math.ceil(most / samples.length))) {
      for (let k = 0; k < 3; k++) out.push(points[3 * i + k]! + shift[4 * k + 3]!);
    }
  });
  return Float64Array.from(out);
}
