import { Matrix, QrDecomposition } from 'ml-matrix';
import { createNetwork, type Batch } from './network.ts';
import type { NetworkSpec, Numbers } from './types.ts';

/** The n × outputs residuals y − t, and how each moves with each weight. */
export interface Residuals {
  /** rows: sample by sample, output by output. */
  readonly values: Float64Array;
  /** rows × size. */
  readonly jacobian: Matrix;
  /** ½ Σ residual² / n: the squared error. */
  readonly loss: number;
}

/** Bytes of JᵀJ: the square of the number of weights. 100,000 of them in float32 are 40 GB, and that is why nobody runs Gauss–Newton on a large net. */
export const normalMatrixBytes = (size: number, bytesPerNumber = 4): number => size * size * bytesPerNumber;

/**
 * Residuals of a net of plain values under the squared error, and their Jacobian, row by row by backpropagation: with a target that lies one below an output, and the others' targets on
 * their outputs, the gradient of ½‖y − t‖² of one sample is that output's own.
 */
export function residualsOf(spec: NetworkSpec, weights: Numbers, { count, x, targets }: Batch): Residuals {
  const { task, loss, batchNorm, inputs, outputs } = spec;
  if (task !== 'values' || loss !== 'squared-error')
    throw new RangeError('Gauss–Newton is for nets of plain values under the squared error');
  if (batchNorm) throw new RangeError('Gauss–Newton takes each sample for itself: switch batch normalization off');
  const network = createNetwork({ ...spec, dropout: 0, decay: 0 });
  const { size } = network.layout;
  const values = network.forward(weights, { count, x }).slice(0, count * outputs) as Float64Array;
  const jacobian = new Matrix(count * outputs, size);
  const row = new Float64Array(size);
  for (let i = 0; i < count; i++) {
    const one = { count: 1, x: x.subarray(i * inputs, (i + 1) * inputs) };
    for (let j = 0; j < outputs; j++) {
      const below = values.slice(i * outputs, (i + 1) * outputs);
      below[j] = below[j]! - 1;
      network.lossAndGradient(weights, { ...one, targets: below }, row);
      jacobian.setRow(i * outputs + j, row);
    }
  }
  let total = 0;
  for (let k = 0; k < values.length; k++) {
    values[k] = values[k]! - targets[k]!;
    total += values[k]! ** 2;
  }
  return { values, jacobian, loss: total / (2 * count) };
}

/**
 * The step δ that makes ‖r + J δ‖² + damping ‖δ‖² least: Gauss–Newton's where damping is 0. By a QR decomposition of J with √damping I below it, whose condition is the root of that of
 * JᵀJ; null where J has not full rank and nothing damps.
 */
export function dampedStep({ values, jacobian }: Residuals, damping: number): Float64Array | null {
  const { rows, columns } = jacobian;
  const root = Math.sqrt(damping);
  const below = damping > 0 ? columns : 0;
  if (rows + below < columns) return null;
  const stacked = Matrix.zeros(rows + below, columns);
  stacked.setSubMatrix(jacobian, 0, 0);
  for (let i = 0; i < below; i++) stacked.set(rows + i, i, root);
  const right = Matrix.zeros(rows + below, 1);
  values.forEach((value, i) => right.set(i, 0, -value));
  const qr = new QrDecomposition(stacked);
  return qr.isFullRank() ? Float64Array.from(qr.solve(right).getColumn(0)) : null;
}
