import type { KdTree } from '../clouds/kdTree.ts';
import { nearest, nearestTwo } from '../clouds/kdTree.ts';
import type { Points } from '../clouds/types.ts';
import type { Matrix4 } from '../math/matrix4.ts';

/** The nearest point of a fixed cloud for every point of one that moves. */
export interface NearestSearch {
  /** Per query: its nearest point in the tree, −1 where none is within the limit. Overwritten by `update`. */
  readonly index: Int32Array;
  /** Per query: the squared distance to it (defined only where there is one). */
  readonly distanceSq: Float64Array;
  update(treeFromQuery: Matrix4, limit: number): void;
}

/**
 * How much farther than the nearest point a search looks for the second one, in movements since the last search. A run that converges
 * linearly moves on by a few times its last step altogether, and what is seen of the gap between the two is what later searches save.
 */
const FORESIGHT = 6;

/**
 * Exact, and cheap once the queries hardly move: besides its nearest point each query keeps where it was searched and how far every other
 * point was then, at least (its `reach`). While it has moved by δ and its nearest point is closer than reach − δ, no other can have come
 * nearer (triangle inequality), and nothing is searched. `tree` is of `points`.
 */
export function createSearch(queries: Points, points: Points, tree: KdTree): NearestSearch {
  const count = queries.length / 3;
  const index = new Int32Array(count).fill(-1);
  const distanceSq = new Float64Array(count);
  /** The nearest point at the last search, and −1 where none was within its reach. */
  const known = new Int32Array(count).fill(-1);
  const searchedAt = new Float64Array(3 * count);
  const reach = new Float64Array(count).fill(-Infinity);
  const hit = { index: -1, distanceSq: 0, secondSq: 0 };

  return {
    index,
    distanceSq,
    update(m, limit) {
      const [m0, m1, m2, m3] = [m[0]!, m[1]!, m[2]!, m[3]!];
      const [m4, m5, m6, m7] = [m[4]!, m[5]!, m[6]!, m[7]!];
      const [m8, m9, m10, m11] = [m[8]!, m[9]!, m[10]!, m[11]!];
      const limitSq = limit * limit;
      for (let i = 0; i < count; i++) {
        const at = 3 * i;
        const qx = queries[at]!;
        const qy = queries[at + 1]!;
        const qz = queries[at + 2]!;
        const x = m0 * qx + m1 * qy + m2 * qz + m3;
        const y = m4 * qx + m5 * qy + m6 * qz + m7;
        const z = m8 * qx + m9 * qy + m10 * qz + m11;
        const dx = x - searchedAt[at]!;
        const dy = y - searchedAt[at + 1]!;
        const dz = z - searchedAt[at + 2]!;
        const moved = Math.sqrt(dx * dx + dy * dy + dz * dz);
        // A first search starts from the answer of the query before it, which is a neighbour when queries come ordered.
        const near = reach[i]! < 0 && i > 0 ? known[i - 1]! : known[i]!;
        let bestSq = Infinity;
        if (near >= 0) {
          const ex = x - points[3 * near]!;
          const ey = y - points[3 * near + 1]!;
          const ez = z - points[3 * near + 2]!;
          bestSq = ex * ex + ey * ey + ez * ez;
        }
        const best = Math.min(Math.sqrt(bestSq), limit);
        if (!(best < reach[i]! - moved)) {
          // What is known bounds the search. Far from rest the second point is not worth looking for: the next search comes anyway.
          const margin = FORESIGHT * moved;
          if (near < 0 || margin > best) {
            nearest(tree, x, y, z, hit, best * best);
            hit.secondSq = Math.min(hit.distanceSq, best * best);
          } else {
            nearestTwo(tree, x, y, z, hit, (best + margin) ** 2);
          }
          known[i] = hit.index >= 0 ? hit.index : near;
          if (hit.index >= 0) bestSq = hit.distanceSq;
          reach[i] = Math.sqrt(hit.secondSq);
          searchedAt[at] = x;
          searchedAt[at + 1] = y;
          searchedAt[at + 2] = z;
        }
        distanceSq[i] = bestSq;
        index[i] = bestSq <= limitSq ? known[i]! : -1;
      }
    },
  };
}
