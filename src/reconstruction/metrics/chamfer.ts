import type { Points } from '../../clouds/types.ts';
import { checkCloud } from './check.ts';
import { nearestBothWays, type Neighbours } from './nearest.ts';

export interface Chamfer {
  /** Mean squared distance to the nearest point of the other cloud, both directions added; in the clouds' unit, squared. */
  readonly chamfer: number;
  /** Per point of A its nearest of B, and the other way: the threads of the picture. */
  readonly aToB: Neighbours;
  readonly bToA: Neighbours;
}

/**
 * The Chamfer distance (Fan, Su, Guibas 2017, eq. 1, with means in place of the sums, so that it does not grow with the number of points). Sizes may
 * differ. Symmetric to the last bit, and exactly 0 between a cloud and the same points in another order. RangeError: see checkCloud.
 */
export function chamferDistance(a: Points, b: Points): Chamfer {
  checkCloud(a, 'cloud A');
  checkCloud(b, 'cloud B');
  const [aToB, bToA] = nearestBothWays(a, b);
  return { chamfer: mean(aToB.distancesSq) + mean(bToA.distancesSq), aToB, bToA };
}

function mean(values: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i]!;
  return sum / values.length;
}
