import { createRng } from '../../math/rng.ts';
import type { Evaluator } from './evaluator.ts';
import type { Points } from './grid.ts';
import type { Extent } from './project.ts';

/** Where a backend is compared with the reference: the corners of the part of the plane shown (the nets there are the wildest), then places of chance in it. */
export function placesToCheck({ alpha, beta }: Extent, count = 12): Points {
  const { between } = createRng(0, 'deviation');
  const places = (corners: readonly number[], [low, high]: readonly [number, number]) =>
    Float64Array.from({ length: count }, (_, i) => corners[i] ?? between(low, high));
  return {
    alpha: places([alpha[0], alpha[1], alpha[0], alpha[1]], alpha),
    beta: places([beta[0], beta[0], beta[1], beta[1]], beta),
    count,
  };
}

/** The largest relative difference between losses and the reference's. Where both overflow they agree; where one alone does, it is ∞. */
export function largestDeviation(right: Float64Array, own: Float64Array): number {
  let most = 0;
  for (const [i, value] of right.entries()) {
    if (!Number.isFinite(value) && !Number.isFinite(own[i]!)) continue;
    const apart = Math.abs(own[i]! - value) / Math.max(Math.abs(value), Number.MIN_VALUE);
    most = Math.max(most, Number.isFinite(apart) ? apart : Infinity);
  }
  return most;
}

/** How far an evaluator is from the reference. */
export function deviationFrom(reference: Evaluator, evaluator: Evaluator, extent: Extent, count = 12): number {
  const places = placesToCheck(extent, count);
  return largestDeviation(lossesAt(reference, places), lossesAt(evaluator, places));
}

export function lossesAt({ batch, evaluate }: Evaluator, { alpha, beta, count }: Points): Float64Array {
  const losses = new Float64Array(count);
  for (let from = 0; from < count; from += batch) {
    const to = Math.min(from + batch, count);
    evaluate(alpha.subarray(from, to), beta.subarray(from, to), losses.subarray(from, to), to - from);
  }
  return losses;
}
