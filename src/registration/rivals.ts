import { multiply, type Matrix4 } from '../math/matrix4.ts';
import { createRng } from '../math/rng.ts';
import { expSe3 } from '../math/se3.ts';
import type { CloudSize } from './prepare.ts';

const RADIAN = Math.PI / 180;

/** Starts around a pose: how many, how far they turn and, in the source's radii, how far they move. */
interface Ring {
  readonly count: number;
  readonly fromAngle: number;
  readonly toAngle: number;
  readonly shift: number;
}

/** Near enough that a right pose is found again from most of them … */
const near: Ring = { count: 6, fromAngle: 12 * RADIAN, toAngle: 20 * RADIAN, shift: 0.1 };
/** … and far, where a wrong one may turn out to be a local optimum only. */
const far: Ring = { count: 12, fromAngle: 50 * RADIAN, toAngle: Math.PI, shift: 0.1 };

/** Poses turned about where the source's centroid lies, seeded. */
export function startsAround(pose: Matrix4, size: CloudSize, seed: number): { near: Matrix4[]; far: Matrix4[] } {
  return { near: ringAround(pose, size, near, seed, 'near'), far: ringAround(pose, size, far, seed, 'far') };
}

function ringAround(pose: Matrix4, { centroid, radius }: CloudSize, ring: Ring, seed: number, name: string): Matrix4[] {
  const rng = createRng(seed, 'starts around', name);
  const direction = new Float64Array(3);
  return Array.from({ length: ring.count }, () => {
    const angle = rng.between(ring.fromAngle, ring.toAngle);
    const turn = expSe3(
      rng.direction(direction).map((c) => c * angle),
      [0, 0, 0],
    );
    rng.direction(direction);
    for (let row = 0; row < 3; row++) {
      let shift = centroid[row]! + ring.shift * radius * direction[row]!;
      for (let k = 0; k < 3; k++) shift -= turn[4 * row + k]! * centroid[k]!;
      turn[4 * row + 3] = shift;
    }
    return multiply(pose, turn);
  });
}
