import type { Matrix4 } from '../math/matrix4.ts';
import { interpolatePose } from '../math/se3.ts';
import { jumpFraction } from './jump.ts';

const from = new Float64Array(16);
const to = new Float64Array(16);

/**
 * The pose at time `t` (in steps, clamped to [0, steps]) of a record of poses: 16 (steps + 1) numbers, row major. Between two of them it
 * crosses along the screw motion in the first third of the step, then rests on the later one, as everything that iterates here does.
 */
export function samplePose(poses: Float64Array, steps: number, t: number, out: Matrix4): Matrix4 {
  const clamped = Math.min(Math.max(Number.isFinite(t) ? t : 0, 0), steps);
  const row = Math.floor(clamped);
  const u = row < steps ? jumpFraction(clamped) : 0;
  read(poses, row, from);
  if (u === 0) {
    out.set(from);
    return out;
  }
  read(poses, row + 1, to);
  return interpolatePose(from, to, u, out);
}

function read(poses: Float64Array, row: number, out: Matrix4): void {
  for (let k = 0; k < 16; k++) out[k] = poses[16 * row + k]!;
}
