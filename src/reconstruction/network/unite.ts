import type { Points } from '../../clouds/types.ts';
import { nearestBothWays } from '../metrics/nearest.ts';
import { thinned } from './thin.ts';

/** Part of two answers' points that is left out: those farthest from the other answer, which does not bear them out. Thinning would keep every one of them. */
const DISPUTED = 0.05;

/** One cloud of two answers to the same question, of as many points as each (n): what they dispute is left out, of the rest evenly spread points stay. */
export function unite(a: Points, b: Points): Float64Array<ArrayBuffer> {
  const both = new Float64Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  const [aToB, bToA] = nearestBothWays(a, b);
  const apart = Float64Array.of(...aToB.distancesSq, ...bToA.distancesSq);
  const limit = apart.slice().sort()[Math.ceil((1 - DISPUTED) * apart.length) - 1]!;
  const agreed = both.filter((_, i) => apart[Math.floor(i / 3)]! <= limit);
  return thinned(agreed, a.length / 3);
}
