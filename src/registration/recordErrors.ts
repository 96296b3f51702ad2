import { meanPointError } from '../clouds/meanPointError.ts';
import type { Points } from '../clouds/types.ts';
import type { Matrix4 } from '../math/matrix4.ts';
import type { RegistrationRecord } from './types.ts';

/** Points of a large target that its error is measured on: every n-th. */
const MOST = 5000;

/** steps + 1: how far each pose of a record is from the truth (both target ← source), as `meanPointError` has it. */
export function errorsOf({ steps, poses }: RegistrationRecord, target: Points, truth: Matrix4): Float64Array {
  const measured = thinned(target);
  return Float64Array.from({ length: steps + 1 }, (_, i) =>
    meanPointError(measured, poses.subarray(16 * i, 16 * i + 16), truth),
  );
}

function thinned(points: Points): Points {
  const every = Math.ceil(points.length / 3 / MOST);
  if (every <= 1) return points;
  return points.filter((_, i) => Math.floor(i / 3) % every === 0);
}
