import { buildKdTree, nearest } from '../clouds/kdTree.ts';
import type { Points } from '../clouds/types.ts';

/** Other samples that each is compared with: of more, these say the same. */
const OTHERS = 8;

/**
 * How far several answers to one picture part, point by point: the mean, over (at most eight) other samples, of the distance to the nearest point of
 * each. One array a sample; zeros where there is but one.
 */
export function spreadOf(samples: readonly Points[]): Float64Array[] {
  const trees = samples.map((points) => buildKdTree(points));
  const hit = { index: -1, distanceSq: Infinity };
  return samples.map((points, s) => {
    const others = othersOf(s, samples.length);
    return Float64Array.from({ length: points.length / 3 }, (_, i) => {
      let sum = 0;
      for (const other of others) {
        nearest(trees[other]!, points[3 * i]!, points[3 * i + 1]!, points[3 * i + 2]!, hit);
        sum += Math.sqrt(hit.distanceSq);
      }
      return others.length > 0 ? sum / others.length : 0;
    });
  });
}

function othersOf(s: number, count: number): number[] {
  const most = Math.min(OTHERS, count - 1);
  return Array.from({ length: most }, (_, k) => (s + 1 + Math.floor((k * (count - 1)) / most)) % count);
}

/** The sides of a cloud, as its viewer calls them. */
export const sideIds = ['left', 'right', 'bottom', 'top', 'back', 'front'] as const;
export type SideId = (typeof sideIds)[number];

export interface SideSpread {
  readonly side: SideId;
  /** Mean spread of the points in that third. */
  readonly spread: number;
}

/** Mean spread in the outer thirds of the samples' common box, along each axis of the viewer: least first. Sides without points are left out. */
export function spreadBySide(samples: readonly Points[], values: readonly Float64Array[]): SideSpread[] {
  const low = [Infinity, Infinity, Infinity];
  const high = [-Infinity, -Infinity, -Infinity];
  for (const points of samples) {
    for (let i = 0; i < points.length; i++) {
      low[i % 3] = Math.min(low[i % 3]!, points[i]!);
      high[i % 3] = Math.max(high[i % 3]!, points[i]!);
    }
  }
  const sums = new Float64Array(6);
  const counts = new Float64Array(6);
  samples.forEach((points, s) => {
    for (let i = 0; i < points.length; i++) {
      const part = (points[i]! - low[i % 3]!) / (high[i % 3]! - low[i % 3]!);
      const side = part < 1 / 3 ? 0 : part > 2 / 3 ? 1 : -1;
      if (side < 0) continue;
      sums[2 * (i % 3) + side]! += values[s]![Math.floor(i / 3)]!;
      counts[2 * (i % 3) + side]!++;
    }
  });
  return sideIds
    .map((side, k) => ({ side, spread: sums[k]! / counts[k]! }))
    .filter(({ spread }) => Number.isFinite(spread))
    .sort((a, b) => a.spread - b.spread);
}
