import { invertRigid, multiply, type Matrix4 } from '../../../src/math/matrix4.ts';
import { expSe3, logSe3 } from '../../../src/math/se3.ts';
import { bounds } from '../../../src/clouds/spacing.ts';
import type { StartPose } from '../state/panes.ts';
import type { Pair } from './pair.ts';

type Vector = readonly [number, number, number];

const RADIANS = Math.PI / 180;

/** Middle of the source's box, in the source's frame: what a start pose turns about. */
export function sourceCentre({ source }: Pair): Vector {
  return bounds(source.points).centre;
}

const shift = ([x, y, z]: Vector): Matrix4 => Float64Array.of(1, 0, 0, x, 0, 1, 0, y, 0, 0, 1, z, 0, 0, 0, 1);

/** Target ← source where the methods start: the data's own pose, after the source was turned about its centre and moved. */
export function initOf(pair: Pair, start: StartPose | null): Matrix4 {
  if (start === null) return pair.asIs;
  const [rx, ry, rz, tx, ty, tz] = start;
  const [x, y, z] = sourceCentre(pair);
  const turn = expSe3([rx * RADIANS, ry * RADIANS, rz * RADIANS], [0, 0, 0]);
  const placed = multiply(shift([x + tx, y + ty, z + tz]), multiply(turn, shift([-x, -y, -z])));
  return multiply(pair.asIs, placed);
}

/** The start pose that `initOf` takes to `init`: how a pose placed by hand enters state and link. */
export function startOf(pair: Pair, init: Matrix4): StartPose {
  const [x, y, z] = sourceCentre(pair);
  const placed = multiply(invertRigid(pair.asIs), init);
  const about = multiply(shift([-x, -y, -z]), multiply(placed, shift([x, y, z])));
  const turn = Float64Array.from(about);
  turn[3] = turn[7] = turn[11] = 0;
  const { omega } = logSe3(turn);
  return [omega[0] / RADIANS, omega[1] / RADIANS, omega[2] / RADIANS, about[3]!, about[7]!, about[11]!];
}
