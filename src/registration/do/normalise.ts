import { bounds } from '../../clouds/spacing.ts';
import type { Mesh, PointCloud, Points } from '../../clouds/types.ts';
import type { Matrix4 } from '../../math/matrix4.ts';
import type { DoFrame } from './types.ts';

export const isMesh = (shape: Mesh | PointCloud): shape is Mesh => 'triangles' in shape;

/** The centre of the bounding box and half its longest side. Throws a RangeError for a model without extent. */
export function frameOf(shape: Mesh | PointCloud): DoFrame {
  const { centre, largestDimension } = bounds(isMesh(shape) ? shape.vertices : shape.points);
  if (!(largestDimension > 0 && Number.isFinite(largestDimension)))
    throw new RangeError('the model has no extent: all of its points coincide');
  return { centre, halfExtent: largestDimension / 2 };
}

/** (p − centre) / halfExtent for every point. */
export function normalisePoints({ centre, halfExtent }: DoFrame, points: Points): Points {
  return points.map((value, i) => (value - centre[i % 3]!) / halfExtent);
}

/** The pose of the caller's frame for one between normalised clouds, both normalised alike: p ↦ c + e (R (p − c)/e + t). */
export function denormalisePose({ centre, halfExtent }: DoFrame, pose: Matrix4, out: Matrix4): Matrix4 {
  out.set(pose);
  for (let row = 0; row < 3; row++) {
    let shift = centre[row]! + halfExtent * pose[4 * row + 3]!;
    for (let column = 0; column < 3; column++) shift -= pose[4 * row + column]! * centre[column]!;
    out[4 * row + 3] = shift;
  }
  return out;
}
