import { solveSymmetric6, symmetricEigen, eigenRoom } from '../math/linear.ts';
import type { Matrix4 } from '../math/matrix4.ts';
import { expSe3 } from '../math/se3.ts';
import type { CloudSize } from './prepare.ts';

/**
 * The 6 × 6 system A x = b of one Gauss–Newton step x = (ω, v): the moved source point p goes to p + ω × (p − c) + v, about the target's
 * centroid c. Only A's lower triangle is asked for.
 */
export interface NormalEquations {
  /** 36, row major. */
  readonly a: Float64Array;
  /** 6. */
  readonly b: Float64Array;
  /** Writes the step as a motion; false where a direction is not determined. */
  solve(step: Matrix4): boolean;
  /** Ascending, of A / matches with rotations measured by what they move at the target's radius, so that all have one unit. */
  eigenvalues(matches: number, out: Float64Array): void;
}

/** A direction whose curvature is below this part of the mean one is not determined: it is rounding, and the step along it would be noise. */
const DETERMINED = 1e-10;

export function createNormalEquations({ centroid, radius }: CloudSize): NormalEquations {
  const a = new Float64Array(36);
  const b = new Float64Array(6);
  const scaled = new Float64Array(36);
  const scaledB = new Float64Array(6);
  const x = new Float64Array(6);
  const eigen = eigenRoom(6);

  /** A in the unknowns (radius · ω, v). */
  function scale(by: number): number {
    let trace = 0;
    for (let i = 0; i < 6; i++) {
      for (let j = 0; j <= i; j++) {
        const value = (a[6 * i + j]! * by) / ((i < 3 ? radius : 1) * (j < 3 ? radius : 1));
        scaled[6 * i + j] = value;
        scaled[6 * j + i] = value;
      }
      scaledB[i] = (b[i]! * by) / (i < 3 ? radius : 1);
      trace += scaled[7 * i]!;
    }
    return trace;
  }

  return {
    a,
    b,
    solve(step) {
      const floor = (DETERMINED * scale(1)) / 6;
      // Positive definite even when lowered by the floor: every eigenvalue lies above it.
      for (let i = 0; i < 6; i++) scaled[7 * i]! -= floor;
      if (!solveSymmetric6(scaled, scaledB, x)) return false;
      for (let i = 0; i < 6; i++) scaled[7 * i]! += floor;
      if (!solveSymmetric6(scaled, scaledB, x) || !x.every(Number.isFinite)) return false;
      expSe3([x[0]! / radius, x[1]! / radius, x[2]! / radius], [x[3]!, x[4]!, x[5]!], step);
      aboutCentre(step, centroid);
      return true;
    },
    eigenvalues(matches, out) {
      if (matches === 0 || radius === 0) {
        out.fill(0);
        return;
      }
      scale(1 / matches);
      out.set(symmetricEigen(scaled, 6, eigen).values);
    },
  };
}

/** A motion given about c, in world coordinates: x → m(x − c) + c. In place. */
export function aboutCentre(m: Matrix4, [x, y, z]: readonly [number, number, number]): void {
  m[3]! += x - (m[0]! * x + m[1]! * y + m[2]! * z);
  m[7]! += y - (m[4]! * x + m[5]! * y + m[6]! * z);
  m[11]! += z - (m[8]! * x + m[9]! * y + m[10]! * z);
}
