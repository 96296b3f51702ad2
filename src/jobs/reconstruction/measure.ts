import type { Points } from '../../clouds/types.ts';
import { chamferDistance } from '../../reconstruction/metrics/chamfer.ts';
import { epsilonFor } from '../../reconstruction/metrics/compare.ts';
import { emdAuction } from '../../reconstruction/metrics/emdAuction.ts';
import { fScore } from '../../reconstruction/metrics/fScore.ts';
import type { Measures } from './api.ts';

/** Everything that the page shows of how far `a` is from `b`, of equal size. The auction, not the exact bijection: 40 ms instead of 400. */
export function measure(a: Points, b: Points): Measures {
  const both = chamferDistance(a, b);
  const transport = emdAuction(a, b, epsilonFor(b));
  return {
    chamfer: both.chamfer,
    emd: transport.mean,
    fScore: fScore(a, b, both),
    nearestInB: both.aToB.indices,
    distanceToB: both.aToB.distancesSq.map(Math.sqrt),
    nearestInA: both.bToA.indices,
    distanceToA: both.bToA.distancesSq.map(Math.sqrt),
    assignment: transport.assignment,
  };
}
