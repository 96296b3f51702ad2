import { kNearest, type KdTree } from './kdTree.ts';
import type { Points } from './types.ts';

/**
 * Mean distance of each point to its `k` nearest, itself among them as in Open3D (its zero counts), in the cloud's unit. `asked`: indices of the points; all
 * unless given.
 */
export function meanDistances(points: Points, tree: KdTree, k: number, asked: Int32Array = tree.indices): Float64Array {
  const out = new Float64Array(asked === tree.indices ? points.length / 3 : asked.length);
  const indices = new Int32Array(k);
  const distancesSq = new Float64Array(k);
  asked.forEach((index, place) => {
    const at = 3 * index;
    const found = kNearest(tree, points[at]!, points[at + 1]!, points[at + 2]!, k, indices, distancesSq);
    let sum = 0;
    for (let j = 0; j < found; j++) sum += Math.sqrt(distancesSq[j]!);
    // In the tree's order, because what one query has read the next one finds in the cache; written where the point stands.
    out[asked === tree.indices ? index : place] = sum / found;
  });
  return out;
}

/**
 * Statistical outlier removal (Rusu et al. 2008), as Open3D's remove_statistical_outlier has it: a point stays where its mean distance to `k` neighbours is below
 * the mean of all plus `ratio` standard deviations (of n − 1). Indices of those that stay, ascending.
 */
export function statisticalInliers(distances: Float64Array, ratio: number): Int32Array {
  const some = distances.filter((distance) => distance > 0);
  const mean = some.reduce((sum, distance) => sum + distance, 0) / some.length;
  const squares = some.reduce((sum, distance) => sum + (distance - mean) ** 2, 0);
  const limit = mean + ratio * Math.sqrt(squares / (some.length - 1));
  const all = Int32Array.from(distances, (_, i) => i);
  return all.filter((i) => distances[i]! > 0 && distances[i]! < limit);
}
