import type { Points } from '../../clouds/types.ts';
import type { Matrix4 } from '../../math/matrix4.ts';

/**
 * The rigid motion that lays triangle i, j, k of `from` on that of `to`: centroid on centroid, plane on plane, first edge along first
 * edge. For triangles of equal shape this is the least-squares motion; for nearly equal ones it is near it and takes no
 * decomposition. False, and `out` is void, where a triangle is degenerate.
 */
export function poseOfTriangles(from: Points, to: Points, i: number, j: number, k: number, out: Matrix4): boolean {
  if (!frame(from, i, j, k, sourceFrame) || !frame(to, i, j, k, targetFrame)) return false;
  out.fill(0);
  out[15] = 1;
  for (let row = 0; row < 3; row++) {
    let shift = (to[3 * i + row]! + to[3 * j + row]! + to[3 * k + row]!) / 3;
    for (let column = 0; column < 3; column++) {
      let sum = 0;
      for (let axis = 0; axis < 3; axis++) sum += targetFrame[3 * axis + row]! * sourceFrame[3 * axis + column]!;
      out[4 * row + column] = sum;
      shift -= (sum * (from[3 * i + column]! + from[3 * j + column]! + from[3 * k + column]!)) / 3;
    }
    out[4 * row + 3] = shift;
  }
  return true;
}

const sourceFrame = new Float64Array(9);
const targetFrame = new Float64Array(9);

/** Sine of the least angle between two edges that still fixes the plane. */
const FLAT = 0.05;

/** Three orthonormal axes, one after another: along edge ij, in the plane, along its normal. */
function frame(points: Points, i: number, j: number, k: number, out: Float64Array): boolean {
  let x = points[3 * j]! - points[3 * i]!;
  let y = points[3 * j + 1]! - points[3 * i + 1]!;
  let z = points[3 * j + 2]! - points[3 * i + 2]!;
  let length = Math.sqrt(x * x + y * y + z * z);
  if (length === 0) return false;
  x /= length;
  y /= length;
  z /= length;
  const ax = points[3 * k]! - points[3 * i]!;
  const ay = points[3 * k + 1]! - points[3 * i + 1]!;
  const az = points[3 * k + 2]! - points[3 * i + 2]!;
  let nx = y * az - z * ay;
  let ny = z * ax - x * az;
  let nz = x * ay - y * ax;
  length = Math.sqrt(nx * nx + ny * ny + nz * nz);
  if (length <= FLAT * Math.sqrt(ax * ax + ay * ay + az * az)) return false;
  nx /= length;
  ny /= length;
  nz /= length;
  out[0] = x;
  out[1] = y;
  out[2] = z;
  out[3] = ny * z - nz * y;
  out[4] = nz * x - nx * z;
  out[5] = nx * y - ny * x;
  out[6] = nx;
  out[7] = ny;
  out[8] = nz;
  return true;
}
