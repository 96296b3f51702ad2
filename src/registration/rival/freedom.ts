import { nearest, type Hit } from '../../clouds/kdTree.ts';
import { symmetricEigen } from '../../math/linear.ts';
import { multiply, transformPoints, type Matrix4 } from '../../math/matrix4.ts';
import { expSe3 } from '../../math/se3.ts';
import type { PreparedCloud } from '../prepare.ts';
import type { Sample } from './laid.ts';

/** A motion that changes little: along a direction, or about an axis. */
export interface Freedom {
  readonly kind: 'axis' | 'slide';
  /** Of the normalised 6 × 6 point-to-plane system, as `Evidence.stiffness`. */
  readonly stiffness: number;
  /** Poses that far along it, both ways. */
  readonly poses: readonly Matrix4[];
}

/** Root mean square, in radii, of how far the poses handed out are from the one given. */
const STEPS = [0.25, 0.5, 1];

/** The three least held motions at a pose, the freest first, about the moved sample's centroid. */
export function freedomsAt(
  pose: Matrix4,
  { points }: Sample,
  target: PreparedCloud,
  limit: number,
): readonly Freedom[] {
  const moved = transformPoints(pose, points);
  const count = moved.length / 3;
  const centre = [0, 0, 0];
  for (let i = 0; i < moved.length; i++) centre[i % 3]! += moved[i]! / count;
  let square = 0;
  for (let i = 0; i < moved.length; i++) square += (moved[i]! - centre[i % 3]!) ** 2 / count;
  const radius = Math.sqrt(square);
  const [tree, normals] = [target.tree(), target.axes()];
  const hit: Hit = { index: -1, distanceSq: 0 };
  const a = new Float64Array(36);
  let used = 0;
  for (let i = 0; i < moved.length; i += 3) {
    nearest(tree, moved[i]!, moved[i + 1]!, moved[i + 2]!, hit, limit * limit);
    if (hit.index < 0) continue;
    used++;
    const [x, y, z] = [0, 1, 2].map((k) => (moved[i + k]! - centre[k]!) / radius) as [number, number, number];
    const [nx, ny, nz] = [0, 1, 2].map((k) => normals[3 * hit.index + k]!) as [number, number, number];
    const j = [y * nz - z * ny, z * nx - x * nz, x * ny - y * nx, nx, ny, nz];
    for (let r = 0; r < 6; r++) for (let c = 0; c < 6; c++) a[6 * r + c]! += j[r]! * j[c]!;
  }
  if (used === 0) return [];
  const { values, vectors } = symmetricEigen(a, 6);
  return [0, 1, 2].map((k) => {
    const v = vectors.subarray(6 * k, 6 * k + 6);
    const turning = Math.hypot(v[0]!, v[1]!, v[2]!) > Math.hypot(v[3]!, v[4]!, v[5]!);
    const poses = STEPS.flatMap((step) => [step, -step]).map((step) => moveBy(v, step, radius, centre, pose));
    return { kind: turning ? 'axis' : 'slide', stiffness: values[k]! / used, poses };
  });
}

function moveBy(v: Float64Array, step: number, radius: number, centre: readonly number[], pose: Matrix4): Matrix4 {
  const motion = expSe3(
    [v[0]! * step, v[1]! * step, v[2]! * step],
    [v[3]! * step * radius, v[4]! * step * radius, v[5]! * step * radius],
  );
  for (let r = 0; r < 3; r++) {
    motion[4 * r + 3]! += centre[r]!;
    for (let c = 0; c < 3; c++) motion[4 * r + 3]! -= motion[4 * r + c]! * centre[c]!;
  }
  return multiply(motion, pose);
}
