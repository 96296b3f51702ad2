import type { LossId, Numbers, Task } from './types.ts';

/** Softmax of each row, in place, without overflow. */
export function softmaxRows(y: Numbers, n: number, m: number): void {
  for (let i = 0, row = 0; i < n; i++, row += m) {
    let most = -Infinity;
    for (let j = 0; j < m; j++) most = Math.max(most, y[row + j]!);
    let sum = 0;
    for (let j = 0; j < m; j++) sum += y[row + j] = Math.exp(y[row + j]! - most);
    for (let j = 0; j < m; j++) y[row + j] = y[row + j]! / sum;
  }
}

/**
 * The mean loss of n outputs y (n × m) on their targets. Where `slope` is given, y is overwritten by ∂(mean loss)/∂y. Cross entropy is −Σ t log softmax(y), from logits, by the
 * log-sum-exp: finite wherever y is.
 */
export function meanLoss(
  { loss, task }: { readonly loss: LossId; readonly task: Task },
  y: Numbers,
  targets: Numbers,
  n: number,
  m: number,
  slope: boolean,
): number {
  let total = 0;
  if (loss === 'cross-entropy') {
    total = crossEntropy(y, targets, n, m);
    if (!slope) return total / n;
  }
  if (task === 'classes') softmaxRows(y, n, m);
  if (loss === 'squared-error') total = squaredError(y, targets, n, m);
  if (slope) {
    const throughSoftmax = loss === 'squared-error' && task === 'classes';
    for (let i = 0, row = 0; i < n; i++, row += m) {
      let pull = 0;
      if (throughSoftmax) for (let j = 0; j < m; j++) pull += y[row + j]! * (y[row + j]! - targets[row + j]!);
      for (let j = row; j < row + m; j++) {
        const apart = y[j]! - targets[j]!;
        y[j] = (throughSoftmax ? y[j]! * (apart - pull) : apart) / n;
      }
    }
  }
  return total / n;
}

function crossEntropy(y: Numbers, targets: Numbers, n: number, m: number): number {
  let total = 0;
  for (let i = 0, row = 0; i < n; i++, row += m) {
    let most = -Infinity;
    for (let j = 0; j < m; j++) most = Math.max(most, y[row + j]!);
    let sum = 0;
    for (let j = 0; j < m; j++) sum += Math.exp(y[row + j]! - most);
    const logSum = most + Math.log(sum);
    for (let j = 0; j < m; j++) if (targets[row + j]! !== 0) total += targets[row + j]! * (logSum - y[row + j]!);
  }
  return total;
}

function squaredError(y: Numbers, targets: Numbers, n: number, m: number): number {
  let total = 0;
  for (let j = 0; j < n * m; j++) total += (y[j]! - targets[j]!) ** 2;
  return total / 2;
}

/** Share of the n rows whose largest output is that of their class; NaN where one is not finite: a network that diverged answers nothing. */
export const accuracyOf = (y: Numbers, labels: Uint8Array, n: number, m: number): number =>
  y.subarray(0, n * m).every(Number.isFinite) ? shareRight(y, labels, n, m) : NaN;

/** As NumPy's argmax counts: a row of NaNs is an answer, the first class. */
export function shareRight(y: Numbers, labels: Uint8Array, n: number, m: number): number {
  let right = 0;
  for (let i = 0; i < n; i++) {
    let best = 0;
    for (let j = 1; j < m; j++) if (y[i * m + j]! > y[i * m + best]!) best = j;
    if (best === labels[i]) right++;
  }
  return right / n;
}
