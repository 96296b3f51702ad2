import type { Memory, BlockStepper } from '../optimizers/blockStepper.ts';
import { beta1, beta2, eps, lr, momentum, weightDecay } from '../optimizers/params.ts';
import type { ParamSpecs, ParamValues } from '../params/spec.ts';
import { float64, type Arithmetic } from './arithmetic.ts';
import type { Slice } from './layout.ts';
import type { Numbers } from './types.ts';

/**
 * Momentum whose step is made orthogonal, for the matrices between hidden layers; the first and last layer and all that is no matrix go by AdamW at `adam_lr`. Defaults of
 * Jordan's `MuonWithAuxAdam`.
 */
export const muon = {
  name: 'Muon',
  params: {
    lr: lr(0.02),
    momentum: momentum(0.95),
    weight_decay: weightDecay(0),
    adam_lr: lr(3e-4),
    beta1: beta1(0.9),
    beta2: beta2(0.95),
    eps: eps(1e-10),
  } satisfies ParamSpecs,
  reference: 'Jordan et al. 2024, https://kellerjordan.github.io/posts/muon/; github.com/KellerJordan/Muon',
} as const;

export const isHiddenMatrix = ({ kind, layer }: Slice, layers: number): boolean =>
  kind === 'weights' && layer > 0 && layer < layers - 1;

/** Whether a net of so many hidden layers has such a matrix at all; without one Muon is AdamW at `adam_lr`, and `lr` moves nothing. */
export const hasHiddenMatrix = (hiddenLayers: number): boolean => hiddenLayers >= 2;

/** Of the quintic: chosen to raise small singular values fast; they all end between about 0.7 and 1.2, not at 1. */
const [A, B, C] = [3.4445, -4.775, 2.0315];
const ITERATIONS = 5;

/** For one matrix; the memory holds the running mean of its gradients, `b`. */
export function createMuonStepper(
  { rows, columns }: Pick<Slice, 'rows' | 'columns'>,
  params: ParamValues,
  arithmetic: Arithmetic,
  memory: Memory,
): BlockStepper {
  const { lr: rate = NaN, momentum: beta = NaN, weight_decay: decay = NaN } = params;
  const mean = (memory['b'] ??= new Float64Array(rows * columns));
  const update = arithmetic.alloc(rows * columns);
  const orthogonalize = createOrthogonalizer(rows, columns, arithmetic);
  const scale = Math.sqrt(Math.max(1, rows / columns));
  return (x, gradient, lrFactor = 1) => {
    for (let i = 0; i < update.length; i++) {
      const g = gradient[i]!;
      mean[i] = mean[i]! + (1 - beta) * (g - mean[i]!);
      update[i] = g + beta * (mean[i]! - g);
    }
    orthogonalize(update);
    const step = rate * lrFactor;
    for (let i = 0; i < update.length; i++) x[i] = x[i]! * (1 - step * decay) - step * scale * update[i]!;
  };
}

/** Newton–Schulz: a matrix (rows × columns), in place, to about the nearest one whose rows or columns are orthonormal. */
export function createOrthogonalizer(
  rows: number,
  columns: number,
  { alloc, times, timesTransposed }: Arithmetic = float64,
): (matrix: Numbers) => void {
  const tall = rows > columns;
  const [n, m] = tall ? [columns, rows] : [rows, columns];
  const [x, bx] = [alloc(n * m), alloc(n * m)];
  const [gram, square] = [alloc(n * n), alloc(n * n)];
  return (matrix) => {
    let sum = 0;
    for (const v of matrix) sum += v * v;
    // Then no singular value exceeds 1.
    const norm = Math.sqrt(sum) + 1e-7;
    for (let i = 0; i < matrix.length; i++) x[tall ? transposed(i) : i] = matrix[i]! / norm;
    for (let iteration = 0; iteration < ITERATIONS; iteration++) {
      timesTransposed(x, x, gram, n, m, n);
      times(gram, gram, square, n, n, n);
      for (let i = 0; i < gram.length; i++) gram[i] = B * gram[i]! + C * square[i]!;
      times(gram, x, bx, n, n, m);
      for (let i = 0; i < x.length; i++) x[i] = A * x[i]! + bx[i]!;
    }
    for (let i = 0; i < matrix.length; i++) matrix[i] = x[tall ? transposed(i) : i]!;
  };
  function transposed(i: number): number {
    return (i % columns) * rows + Math.floor(i / columns);
  }
}
