import { conventionsOf, type Conventions } from './conventions.ts';
import type { Numbers } from './types.ts';

/** torch.nn.BatchNorm1d's. */
export const EPSILON = conventionsOf().epsilon;
export const MOMENTUM = 0.1;

/** Means and variances that inference uses, one of each a neuron: no weights, not moved by the optimizer. */
export interface RunningStatistics {
  readonly mean: Float64Array;
  readonly variance: Float64Array;
}

/** n rows of m neurons. */
interface Rows {
  readonly n: number;
  readonly m: number;
}

/** Where γ and β stand among the weights. */
interface Scaling {
  readonly weights: Numbers;
  readonly scales: number;
  readonly shifts: number;
}

/** What the backward pass needs of a forward one. */
export interface KeptNorm {
  /** n × m: (z − mean)/deviation. */
  readonly normed: Numbers;
  /** m: 1/√(variance + ε). */
  readonly inverseDeviation: Numbers;
}

export const freshStatistics = (
  width: number,
  { firstVariance }: Conventions = conventionsOf(),
): RunningStatistics => ({
  mean: new Float64Array(width),
  variance: new Float64Array(width).fill(firstVariance),
});

/**
 * z (n × m) becomes γ (z − mean)/√(variance + ε) + β with the batch's own mean and (biased) variance (Ioffe & Szegedy 2015); `normed` and `inverseDeviation` keep what the
 * backward pass needs. `running`, where given, takes up a tenth of the batch's mean and variance.
 */
export function normalizeBatch(
  z: Numbers,
  { n, m }: Rows,
  { weights, scales, shifts }: Scaling,
  { normed, inverseDeviation }: KeptNorm,
  running: RunningStatistics | null,
  { epsilon, unbiased }: Conventions,
): void {
  const bessel = unbiased ? Math.max(1, n - 1) : n;
  for (let j = 0; j < m; j++) {
    let mean = 0;
    for (let i = 0; i < n; i++) mean += z[i * m + j]!;
    mean /= n;
    let variance = 0;
    for (let i = 0; i < n; i++) variance += (z[i * m + j]! - mean) ** 2;
    variance /= n;
    const inverse = 1 / Math.sqrt(variance + epsilon);
    inverseDeviation[j] = inverse;
    if (running) {
      running.mean[j] = (1 - MOMENTUM) * running.mean[j]! + MOMENTUM * mean;
      running.variance[j] = (1 - MOMENTUM) * running.variance[j]! + (MOMENTUM * variance * n) / bessel;
    }
    for (let i = 0; i < n; i++) {
      const at = i * m + j;
      normed[at] = (z[at]! - mean) * inverse;
      z[at] = weights[scales + j]! * normed[at] + weights[shifts + j]!;
    }
  }
}

/** The same in inference: with the running statistics, each sample for itself. */
export function normalizeRunning(
  z: Numbers,
  { n, m }: Rows,
  { weights, scales, shifts }: Scaling,
  { mean, variance }: RunningStatistics,
  { epsilon }: Conventions = conventionsOf(),
): void {
  for (let j = 0; j < m; j++) {
    const factor = weights[scales + j]! / Math.sqrt(variance[j]! + epsilon);
    const shift = weights[shifts + j]! - factor * mean[j]!;
    for (let at = j; at < n * m; at += m) z[at] = factor * z[at]! + shift;
  }
}

/** Backward through `normalizeBatch`: `delta` (n × m) from ∂/∂output to ∂/∂input, in place; writes the gradients of γ and β, where wanted. */
export function backThroughNorm(
  delta: Numbers,
  { n, m }: Rows,
  { weights, scales, shifts }: Scaling,
  { normed, inverseDeviation }: KeptNorm,
  gradient: Numbers | null,
): void {
  for (let j = 0; j < m; j++) {
    let sum = 0;
    let along = 0;
    for (let at = j; at < n * m; at += m) {
      sum += delta[at]!;
      along += delta[at]! * normed[at]!;
    }
    if (gradient) {
      gradient[shifts + j] = sum;
      gradient[scales + j] = along;
    }
    const factor = weights[scales + j]! * inverseDeviation[j]!;
    for (let at = j; at < n * m; at += m) delta[at] = factor * (delta[at]! - (sum + normed[at]! * along) / n);
  }
}

/** Backward through `normalizeRunning`, whose statistics are given numbers: each neuron's factor; γ and β get no gradient here. */
export function backThroughRunning(
  delta: Numbers,
  { n, m }: Rows,
  { weights, scales }: Scaling,
  { variance }: RunningStatistics,
  { epsilon }: Conventions,
): void {
  for (let j = 0; j < m; j++) {
    const factor = weights[scales + j]! / Math.sqrt(variance[j]! + epsilon);
    for (let at = j; at < n * m; at += m) delta[at] = delta[at]! * factor;
  }
}
