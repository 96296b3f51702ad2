import type { Matrix4 } from '../math/matrix4.ts';
import type { Matches } from './matches.ts';
import type { Prepared } from './prepare.ts';
import type { KernelId } from './types.ts';

/** Turns matches into a motion, in one pass over them. */
export interface Estimator {
  /** Weighs the matches at this pose and sums them up; the number of those that count (weight > 0). */
  accumulate(targetFromSource: Matrix4, scale: number): number;
  /** The motion, after the pose, that lowers the sum's cost; false where it is not determined (`step` is undefined then). */
  solve(step: Matrix4): boolean;
  /** 6, ascending: of the normalised 6 × 6 system at the pose last accumulated (see `NormalEquations`). */
  eigenvalues(out: Float64Array): void;
}

export type CreateEstimator = (prepared: Prepared, matches: Matches, kernel: KernelId) => Estimator;
