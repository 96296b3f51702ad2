import { eigenRoom, symmetricEigen } from '../math/linear.ts';
import { kNearest, type KdTree } from './kdTree.ts';
import { orientOutward } from './orient.ts';
import type { Points } from './types.ts';

/** Which of the two directions a normal has. `outward`: away from the inside of a closed surface (see orient.ts). `none`: as they come. */
export type Orientation = 'outward' | 'none';

/**
 * Unit normals (3n) of the planes through each point's `k` nearest, the point included: the eigenvector of their covariance with the
 * smallest eigenvalue. `tree` is the tree of these points. Where the neighbours lie on a line, or all on one spot, some direction across it.
 */
export function estimateNormals(points: Points, tree: KdTree, k: number, orientation: Orientation): Float64Array {
  const normals = planeNormals(points, tree, k);
  if (orientation === 'outward') orientOutward(points, normals, tree, k);
  return normals;
}

function planeNormals(points: Points, tree: KdTree, k: number): Float64Array {
  const normals = new Float64Array(points.length);
  const indices = new Int32Array(k);
  const distancesSq = new Float64Array(k);
  const covariance = new Float64Array(9);
  const eigen = eigenRoom(3);
  // In the tree's order: what one query has read the next one finds in the cache.
  for (const index of tree.indices) {
    const i = 3 * index;
    const x = points[i]!;
    const y = points[i + 1]!;
    const z = points[i + 2]!;
    const found = kNearest(tree, x, y, z, k, indices, distancesSq);
    covarianceAbout(points, indices, found, x, y, z, covariance);
    symmetricEigen(covariance, 3, eigen);
    for (let c = 0; c < 3; c++) normals[i + c] = eigen.vectors[c]!;
  }
  return normals;
}

/** Of the points at `indices`, about their mean; relative to x, y, z, so that nothing cancels far from the origin. Times their number. */
function covarianceAbout(
  points: Points,
  indices: Int32Array,
  count: number,
  x: number,
  y: number,
  z: number,
  out: Float64Array,
): void {
  let [sx, sy, sz, xx, xy, xz, yy, yz, zz] = [0, 0, 0, 0, 0, 0, 0, 0, 0];
  for (let j = 0; j < count; j++) {
    const at = 3 * indices[j]!;
    const dx = points[at]! - x;
    const dy = points[at + 1]! - y;
    const dz = points[at + 2]! - z;
    sx += dx;
    sy += dy;
    sz += dz;
    xx += dx * dx;
    xy += dx * dy;
    xz += dx * dz;
    yy += dy * dy;
    yz += dy * dz;
    zz += dz * dz;
  }
  out[0] = xx - (sx * sx) / count;
  out[1] = out[3] = xy - (sx * sy) / count;
  out[2] = out[6] = xz - (sx * sz) / count;
  out[4] = yy - (sy * sy) / count;
  out[5] = out[7] = yz - (sy * sz) / count;
  out[8] = zz - (sz * sz) / count;
}
