import { softmaxRows } from '../loss.ts';
import type { LossId, Numbers, Task } from '../types.ts';

/**
 * The second derivative of the mean loss by the outputs, times a direction: `along` (n × m) becomes ∂²(mean loss)/∂y² · along, each sample for itself. `y` (n × m): logits or values.
 * Targets of a class sum to 1.
 */
export function lossCurvature(
  { loss, task }: { readonly loss: LossId; readonly task: Task },
  y: Numbers,
  targets: Numbers,
  along: Float64Array,
  n: number,
  m: number,
): void {
  if (task === 'values') {
    // Of ½‖y − t‖² it is the identity. Cross entropy is of classes alone.
    for (let i = 0; i < n * m; i++) along[i] = along[i]! / n;
    return;
  }
  const p = Float64Array.from(y);
  softmaxRows(p, n, m);
  for (let row = 0; row < n * m; row += m) {
    let mean = 0;
    for (let j = row; j < row + m; j++) mean += p[j]! * along[j]!;
    // Along of the probabilities.
    for (let j = row; j < row + m; j++) along[j] = p[j]! * (along[j]! - mean);
    if (loss === 'squared-error') throughSquares(p, targets, along, row, m);
    for (let j = row; j < row + m; j++) along[j] = along[j]! / n;
  }
}

/** The gradient by the logits is p (q − pull) with q = p − t and pull = Σ p q; this is its change where p changes by `along`. */
function throughSquares(p: Float64Array, targets: Numbers, along: Float64Array, row: number, m: number): void {
  let pull = 0;
  let pullAlong = 0;
  for (let j = row; j < row + m; j++) {
    const q = p[j]! - targets[j]!;
    pull += p[j]! * q;
    pullAlong += along[j]! * (q + p[j]!);
  }
  for (let j = row; j < row + m; j++) {
    const q = p[j]! - targets[j]!;
    along[j] = along[j]! * (q - pull) + p[j]! * (along[j]! - pullAlong);
  }
}
