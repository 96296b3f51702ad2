import type { Points } from '../clouds/types.ts';
import { CAMERA_DISTANCE } from './render.ts';

/** A point's own triangle does not hide it: part of the way to the eye that is left out. */
const OWN = 1e-3;

/**
 * Which points of a surface the viewer sees: 1 where no triangle stands between the point and the eye, 0 behind one. `triangles`: 9 numbers each, in
 * the viewer's frame, as the points are. Möller–Trumbore from each point to the eye, against all triangles.
 */
export function seenPoints(points: Points, triangles: Float64Array): Uint8Array {
  const seen = new Uint8Array(points.length / 3).fill(1);
  for (let i = 0; i < seen.length; i++) {
    const [x, y, z] = [points[3 * i]!, points[3 * i + 1]!, points[3 * i + 2]!];
    for (let o = 0; o < triangles.length; o += 9) {
      if (stands(triangles, o, x, y, z)) {
        seen[i] = 0;
        break;
      }
    }
  }
  return seen;
}

/** Whether the triangle at `o` cuts the way from (x, y, z) to the eye at (0, 0, CAMERA_DISTANCE). */
function stands(t: Float64Array, o: number, x: number, y: number, z: number): boolean {
  const [dx, dy, dz] = [-x, -y, CAMERA_DISTANCE - z];
  const [ax, ay, az] = [t[o]!, t[o + 1]!, t[o + 2]!];
  const [ux, uy, uz] = [t[o + 3]! - ax, t[o + 4]! - ay, t[o + 5]! - az];
  const [vx, vy, vz] = [t[o + 6]! - ax, t[o + 7]! - ay, t[o + 8]! - az];
  const [px, py, pz] = [dy * vz - dz * vy, dz * vx - dx * vz, dx * vy - dy * vx];
  const det = ux * px + uy * py + uz * pz;
  if (det === 0) return false;
  const [sx, sy, sz] = [x - ax, y - ay, z - az];
  const u = (sx * px + sy * py + sz * pz) / det;
  if (u < 0 || u > 1) return false;
  const [qx, qy, qz] = [sy * uz - sz * uy, sz * ux - sx * uz, sx * uy - sy * ux];
  const v = (dx * qx + dy * qy + dz * qz) / det;
  if (v < 0 || u + v > 1) return false;
  const way = (vx * qx + vy * qy + vz * qz) / det;
  return way > OWN && way <= 1;
}
