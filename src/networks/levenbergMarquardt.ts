import { dampedStep, residualsOf } from './gaussNewton.ts';
import type { Batch } from './network.ts';
import type { NetworkSpec, Numbers } from './types.ts';

export interface LevenbergMarquardtOptions {
  readonly steps: number;
  /** The first λ; 0 makes each step Gauss–Newton's, taken whatever it does to the loss. */
  readonly damping?: number;
}

export interface LevenbergMarquardtRecord {
  /** steps + 1, the start included. */
  readonly loss: Float64Array;
  /** (steps + 1) × size. */
  readonly weights: Float64Array;
  /** steps + 1: λ when the step was tried. NaN at the start. */
  readonly damping: Float64Array;
}

/** λ falls to a third where a step was good, and rises fourfold until one is; beyond the largest, the place is kept. */
const [EASE, STIFFEN, LARGEST] = [1 / 3, 4, 1e12];

/**
 * Levenberg–Marquardt (Marquardt 1963): steps of (JᵀJ + λI) δ = −Jᵀr, each taken only where it lowers the squared error. For nets of few weights: each step decomposes J.
 */
export function levenbergMarquardt(
  spec: NetworkSpec,
  start: Numbers,
  batch: Batch,
  { steps, damping: first = 1e-2 }: LevenbergMarquardtOptions,
): LevenbergMarquardtRecord {
  const size = start.length;
  const loss = new Float64Array(steps + 1);
  const weights = new Float64Array((steps + 1) * size);
  const damping = new Float64Array(steps + 1).fill(NaN);
  let at = Float64Array.from(start);
  let here = residualsOf(spec, at, batch);
  let lambda = first;
  const record = (step: number) => {
    loss[step] = here.loss;
    weights.set(at, step * size);
  };
  record(0);
  for (let step = 1; step <= steps; step++) {
    for (;;) {
      damping[step] = lambda;
      const move = dampedStep(here, lambda);
      if (!move && first === 0) throw new RangeError('the Jacobian has not full rank: Gauss–Newton needs damping here');
      const next = move && at.map((w, i) => w + move[i]!);
      const there = next && residualsOf(spec, next, batch);
      if (there && (first === 0 || there.loss < here.loss)) {
        [at, here] = [next, there];
        lambda *= EASE;
        break;
      }
      if (lambda > LARGEST) break;
      lambda *= STIFFEN;
    }
    record(step);
  }
  return { loss, weights, damping };
}
