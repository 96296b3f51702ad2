import { multiply, type Matrix4 } from './matrix4.ts';
import { expSe3 } from './se3.ts';

/** A turn about, or a move along, one of the target's axes. */
export type NudgeAxis = 'rx' | 'ry' | 'rz' | 'tx' | 'ty' | 'tz';

const units = { x: [1, 0, 0], y: [0, 1, 0], z: [0, 0, 1] } as const;
const still = [0, 0, 0] as const;

/**
 * `pose` (target ← source) turned by `amount` radians about, or moved by `amount` units along, an axis of the target's frame. A turn
 * leaves `centre`, a point in the source's frame, where it is.
 */
export function nudgePose(
  pose: Matrix4,
  centre: readonly [x: number, y: number, z: number],
  axis: NudgeAxis,
  amount: number,
): Matrix4 {
  const along = units[axis[1] as keyof typeof units].map((component) => component * amount);
  if (axis.startsWith('t')) return multiply(expSe3(still, along), pose);
  const out = multiply(expSe3(along, still), pose);
  // As multiplied it turns about the target's origin: the centre is put back where it was.
  for (let r = 0; r < 12; r += 4) {
    out[r + 3] = pose[r + 3]!;
    for (let k = 0; k < 3; k++) out[r + 3]! += (pose[r + k]! - out[r + k]!) * centre[k]!;
  }
  return out;
}
