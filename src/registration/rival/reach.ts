import type { Points } from '../../clouds/types.ts';
import { symmetricEigen } from '../../math/linear.ts';

/** The space that a cloud spans, as a polytope of fixed directions (a k-DOP): what lies in it could have been seen near the cloud. */
export interface Reach {
  holds(x: number, y: number, z: number): boolean;
}

/** A cube's face normals, edge directions and diagonals: 13 slabs. */
const slabs: readonly (readonly [number, number, number])[] = [
  ...([
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ] as const),
  ...([
    [1, 1, 0],
    [1, -1, 0],
    [1, 0, 1],
    [1, 0, -1],
    [0, 1, 1],
    [0, 1, -1],
  ] as const),
  ...([
    [1, 1, 1],
    [1, 1, -1],
    [1, -1, 1],
    [-1, 1, 1],
  ] as const),
];

/** Part of the points beyond each slab's sides: strays stretch nothing. */
const STRAY = 0.01;

/** About the points' own axes, so that it moves along with them; drawn in by `margin` on every side. */
export function reachOf(points: Points, margin: number): Reach {
  const axes = principalAxes(points);
  const directions = new Float64Array(3 * slabs.length);
  const low = new Float64Array(slabs.length);
  const high = new Float64Array(slabs.length);
  const along = new Float64Array(points.length / 3);
  slabs.forEach((slab, k) => {
    const length = Math.hypot(...slab);
    for (let c = 0; c < 3; c++) {
      directions[3 * k + c] = (slab[0] * axes[c]! + slab[1] * axes[3 + c]! + slab[2] * axes[6 + c]!) / length;
    }
    const [dx, dy, dz] = [directions[3 * k]!, directions[3 * k + 1]!, directions[3 * k + 2]!];
    for (let i = 0; i < along.length; i++) {
      along[i] = dx * points[3 * i]! + dy * points[3 * i + 1]! + dz * points[3 * i + 2]!;
    }
    along.sort();
    const stray = Math.floor(STRAY * along.length);
    low[k] = along[stray]! + margin;
    high[k] = along[along.length - 1 - stray]! - margin;
  });
  return {
    holds(x, y, z) {
      for (let k = 0; k < low.length; k++) {
        const d = directions[3 * k]! * x + directions[3 * k + 1]! * y + directions[3 * k + 2]! * z;
        if (d < low[k]! || d > high[k]!) return false;
      }
      return true;
    },
  };
}

/** 9: three unit rows, the direction of least spread first. */
export function principalAxes(points: Points): Float64Array {
  const count = points.length / 3;
  const mean = [0, 0, 0];
  for (let i = 0; i < points.length; i++) mean[i % 3]! += points[i]! / count;
  const spread = new Float64Array(9);
  for (let i = 0; i < points.length; i += 3) {
    for (let r = 0; r < 3; r++) {
      const along = (points[i + r]! - mean[r]!) / count;
      for (let c = 0; c < 3; c++) spread[3 * r + c]! += along * (points[i + c]! - mean[c]!);
    }
  }
  return symmetricEigen(spread, 3).vectors;
}
