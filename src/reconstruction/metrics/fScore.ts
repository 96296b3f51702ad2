import type { Points } from '../../clouds/types.ts';
import { bounds } from '../../clouds/spacing.ts';
import { chamferDistance, type Chamfer } from './chamfer.ts';

/** Part of B's longest box edge within which a point counts as met. At 2 % sampling alone would leave 1,024 points a score of one half. */
export const F_SCORE_PART = 0.05;

/**
 * 2PR/(P + R) of precision P (the part of A's points within the threshold of B) and recall R (of B's within it of A); Tatarchenko et al. 2019,
 * sec. 4. A distance equal to the threshold counts, so that one point equals itself (its box has no edge). 0 where nothing is met.
 */
export function fScore(a: Points, b: Points, { aToB, bToA }: Chamfer = chamferDistance(a, b)): number {
  const limit = F_SCORE_PART * bounds(b).largestDimension;
  const precision = partWithin(aToB.distancesSq, limit * limit);
  const recall = partWithin(bToA.distancesSq, limit * limit);
  return precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
}

function partWithin(distancesSq: Float64Array, limitSq: number): number {
  let count = 0;
  for (let i = 0; i < distancesSq.length; i++) if (distancesSq[i]! <= limitSq) count++;
  return count / distancesSq.length;
}
