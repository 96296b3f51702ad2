import { buildKdTree, nearest } from '../../clouds/kdTree.ts';
import type { Points } from '../../clouds/types.ts';

/** Per point of one cloud, its nearest point of another; of several at the same distance the one with the lowest index. */
export interface Neighbours {
  readonly indices: Int32Array<ArrayBuffer>;
  readonly distancesSq: Float64Array<ArrayBuffer>;
}

/** Pairs of points below which trying all of them is faster than two trees: measured, even between 256² and 512². */
const FEW_PAIRS = 384 * 384;

/** Nearest neighbours from A to B and from B to A. Both ways of finding them give the same bits. Clouds must be finite and not empty. */
export function nearestBothWays(a: Points, b: Points): readonly [aToB: Neighbours, bToA: Neighbours] {
  if ((a.length / 3) * (b.length / 3) <= FEW_PAIRS) return allPairs(a, b);
  return [byTree(a, b), byTree(b, a)];
}

function empty(count: number): Neighbours {
  return { indices: new Int32Array(count), distancesSq: new Float64Array(count).fill(Infinity) };
}

/** The reference: one pass over all pairs serves both directions. */
export function allPairs(a: Points, b: Points): readonly [aToB: Neighbours, bToA: Neighbours] {
  const n = a.length / 3;
  const m = b.length / 3;
  const aToB = empty(n);
  const bToA = empty(m);
  const { indices, distancesSq } = bToA;
  // Coordinates apart from one another read faster than with a stride of 3.
  const x = Float64Array.from({ length: m }, (_, j) => b[3 * j]!);
  const y = Float64Array.from({ length: m }, (_, j) => b[3 * j + 1]!);
  const z = Float64Array.from({ length: m }, (_, j) => b[3 * j + 2]!);
  for (let i = 0; i < n; i++) {
    const px = a[3 * i]!;
    const py = a[3 * i + 1]!;
    const pz = a[3 * i + 2]!;
    let best = 0;
    let bestSq = Infinity;
    for (let j = 0; j < m; j++) {
      const dx = x[j]! - px;
      const dy = y[j]! - py;
      const dz = z[j]! - pz;
      const sq = dx * dx + dy * dy + dz * dz;
      if (sq < bestSq) {
        bestSq = sq;
        best = j;
      }
      if (sq < distancesSq[j]!) {
        distancesSq[j] = sq;
        indices[j] = i;
      }
    }
    aToB.indices[i] = best;
    aToB.distancesSq[i] = bestSq;
  }
  return [aToB, bToA];
}

function byTree(from: Points, to: Points): Neighbours {
  const tree = buildKdTree(to);
  const found = empty(from.length / 3);
  const hit = { index: -1, distanceSq: Infinity };
  for (let i = 0; i < found.indices.length; i++) {
    nearest(tree, from[3 * i]!, from[3 * i + 1]!, from[3 * i + 2]!, hit);
    found.indices[i] = hit.index;
    found.distancesSq[i] = hit.distanceSq;
  }
  return found;
}
