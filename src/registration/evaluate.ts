import type { Hit, KdTree } from '../clouds/kdTree.ts';
import { nearest } from '../clouds/kdTree.ts';
import type { Points } from '../clouds/types.ts';
import type { Matrix4 } from '../math/matrix4.ts';

export interface Evaluation {
  /** Share of the source points with a target point within the limit (Open3D's fitness); 0 for an empty source. */
  readonly fitness: number;
  /** Root mean square distance of those points to it (Open3D's inlier_rmse), in the clouds' unit; NaN where there is none. */
  readonly inlierRmse: number;
  readonly inliers: number;
}

/** How well a pose fits; without a limit every point counts. Where target points search, hand in the target, the source's tree and the inverse. */
export function evaluate(
  source: Points,
  targetTree: KdTree,
  targetFromSource: Matrix4,
  maxDistance: number | null,
): Evaluation {
  const m = targetFromSource;
  const limitSq = maxDistance === null ? Infinity : maxDistance * maxDistance;
  const hit: Hit = { index: -1, distanceSq: 0 };
  let inliers = 0;
  let sumSq = 0;
  for (let i = 0; i < source.length; i += 3) {
    const x = source[i]!;
    const y = source[i + 1]!;
    const z = source[i + 2]!;
    nearest(
      targetTree,
      m[0]! * x + m[1]! * y + m[2]! * z + m[3]!,
      m[4]! * x + m[5]! * y + m[6]! * z + m[7]!,
      m[8]! * x + m[9]! * y + m[10]! * z + m[11]!,
      hit,
      limitSq,
    );
    if (hit.index < 0) continue;
    inliers++;
    sumSq += hit.distanceSq;
  }
  return {
    fitness: source.length > 0 ? inliers / (source.length / 3) : 0,
    inlierRmse: Math.sqrt(sumSq / inliers),
    inliers,
  };
}
