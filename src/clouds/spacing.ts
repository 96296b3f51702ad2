import { kNearest, type KdTree } from './kdTree.ts';
import type { Points } from './types.ts';

/** Axis-aligned, in the cloud's unit. */
export interface Bounds {
  readonly min: readonly [number, number, number];
  readonly max: readonly [number, number, number];
  readonly centre: readonly [number, number, number];
  /** Length of the box's diagonal. */
  readonly diagonal: number;
  /** The largest of its three edges. */
  readonly largestDimension: number;
}

/** Of places x, y, z one after another. Throws a RangeError where there is no point. */
export function bounds(points: ArrayLike<number>): Bounds {
  if (points.length === 0) throw new RangeError('an empty cloud has no bounds');
  const min: [number, number, number] = [Infinity, Infinity, Infinity];
  const max: [number, number, number] = [-Infinity, -Infinity, -Infinity];
  for (let i = 0; i < points.length; i += 3) {
    for (let c = 0; c < 3; c++) {
      const value = points[i + c]!;
      if (value < min[c]!) min[c] = value;
      if (value > max[c]!) max[c] = value;
    }
  }
  const size = [max[0] - min[0], max[1] - min[1], max[2] - min[2]];
  return {
    min,
    max,
    centre: [(min[0] + max[0]) / 2, (min[1] + max[1]) / 2, (min[2] + max[2]) / 2],
    diagonal: Math.hypot(...size),
    largestDimension: Math.max(...size),
  };
}

/** Enough for a median good to about 2 %: asking every point of two millions would take seconds. */
const ASKED = 5000;

/**
 * Median distance from a point to its nearest other one, over at most 5,000 points spread evenly over the array. A point that lies exactly on
 * another is not counted; 0 where no two points differ.
 */
export function medianSpacing(points: Points, tree: KdTree): number {
  const n = points.length / 3;
  const asked = Math.min(n, ASKED);
  const indices = new Int32Array(2);
  const distancesSq = new Float64Array(2);
  const spacings: number[] = [];
  for (let a = 0; a < asked; a++) {
    const i = 3 * Math.floor((a * n) / asked);
    const found = kNearest(tree, points[i]!, points[i + 1]!, points[i + 2]!, 2, indices, distancesSq);
    if (found === 2 && distancesSq[1]! > 0) spacings.push(Math.sqrt(distancesSq[1]!));
  }
  spacings.sort((a, b) => a - b);
  return spacings[spacings.length >> 1] ?? 0;
}
