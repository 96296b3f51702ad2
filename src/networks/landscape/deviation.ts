import { createRng } from '../../math/rng.ts';
import type { Evaluator } from './evaluator.ts';
import type { Extent } from './project.ts';

/**
 * How far an evaluator is from the reference: the largest relative difference of their losses at `points` places of the part of the plane shown, its corners first (the nets there are
 * the wildest). Places where both overflow agree; where one alone does, the answer is ∞.
 */
export function deviationFrom(
  reference: Evaluator,
  evaluator: Evaluator,
  { alpha, beta }: Extent,
  points = 12,
): number {
  const { between } = createRng(0, 'deviation');
  const places = (corners: readonly number[], [low, high]: readonly [number, number]) =>
    Float64Array.from({ length: points }, (_, i) => corners[i] ?? between(low, high));
  const alphas = places([alpha[0], alpha[1], alpha[0], alpha[1]], alpha);
  const betas = places([beta[0], beta[0], beta[1], beta[1]], beta);
  const [right, own] = [lossesOf(reference, alphas, betas), lossesOf(evaluator, alphas, betas)];
  let most = 0;
  for (const [i, value] of right.entries()) {
    if (!Number.isFinite(value) && !Number.isFinite(own[i]!)) continue;
    const apart = Math.abs(own[i]! - value) / Math.max(Math.abs(value), Number.MIN_VALUE);
    most = Math.max(most, Number.isFinite(apart) ? apart : Infinity);
  }
  return most;
}

function lossesOf({ batch, evaluate }: Evaluator, alphas: Float64Array, betas: Float64Array): Float64Array {
  const losses = new Float64Array(alphas.length);
  for (let from = 0; from < alphas.length; from += batch) {
    const to = Math.min(from + batch, alphas.length);
    evaluate(alphas.subarray(from, to), betas.subarray(from, to), losses.subarray(from, to), to - from);
  }
  return losses;
}
