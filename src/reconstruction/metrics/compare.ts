import { bounds } from '../../clouds/spacing.ts';
import type { Points } from '../../clouds/types.ts';
import { chamferDistance } from './chamfer.ts';
import { AUCTION_EPSILON, emdAuction } from './emdAuction.ts';
import { EMD_POINTS, emdExact } from './emdExact.ts';
import { fScore } from './fScore.ts';
import { inOrder } from './inOrder.ts';
import { resample } from './resample.ts';

/** What `koubai compare` prints, in the clouds' own unit: nothing is normalised. */
export interface Comparison {
  /** Mean squared distance to the nearest point, both directions added. */
  readonly chamfer: number;
  /** Mean distance of the optimal bijection. */
  readonly emd: number;
  /** The same by auction: at most ε above. */
  readonly emdAuction: number;
  /** Threshold: 5 % of B's longest box edge. */
  readonly fScore: number;
  /** Points that the bijections were between, where that was not all of both clouds. */
  readonly resampled?: number;
}

export interface CompareOptions {
  /** Of the resampling. */
  readonly seed?: number;
  /** See emdExact. */
  readonly onProgress?: ((part: number) => void) | undefined;
}

/**
 * Every figure between an answer A and its truth B. Chamfer and F-score use all points; where the sizes differ or exceed EMD_POINTS, both bijections are
 * between seeded resamplings of as many points as both can give. No figure depends on how a cloud is listed. RangeError for a cloud that is empty or holds a coordinate that is not finite.
 */
export function compare(answer: Points, truth: Points, { seed = 1, onProgress }: CompareOptions = {}): Comparison {
  const [a, b] = [inOrder(answer), inOrder(truth)];
  const nearest = chamferDistance(a, b);
  const count = Math.min(a.length / 3, b.length / 3, EMD_POINTS);
  const resampled = 3 * count < Math.max(a.length, b.length);
  const some = (points: Points) => (resampled ? inOrder(resample(points, count, seed)) : points);
  const [fromA, fromB] = [some(a), some(b)];
  return {
    chamfer: nearest.chamfer,
    emd: emdExact(fromA, fromB, onProgress).mean,
    emdAuction: emdAuction(fromA, fromB, epsilonFor(b)).mean,
    fScore: fScore(a, b, nearest),
    ...(resampled && { resampled: count }),
  };
}

/** ε is of the unit edge that objects have here; of a smaller object it is the same part of its own longest edge, or it would say nothing. */
export function epsilonFor(truth: Points): number {
  return AUCTION_EPSILON * (Math.min(1, bounds(truth).largestDimension) || 1);
}
