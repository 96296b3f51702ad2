import { compileColumns, type CompileColumns } from '../formula/index.ts';
import { activationOf, type Activation, type ActivationId } from './activations.ts';
import type { Numbers } from './types.ts';

/** In what precision a network computes, and by whose products, activations and rules. Everything else is the same code for all. */
export interface Arithmetic {
  readonly id: 'float64' | 'float32' | 'simd';
  readonly alloc: (length: number) => Numbers;
  /** c (n × m) = a (n × k) bᵀ, b being m × k. */
  readonly timesTransposed: Product;
  /** c (n × m) = a (n × k) b, b being k × m. */
  readonly times: Product;
  /** c (n × m) = aᵀ b, a being k × n and b k × m. */
  readonly transposedTimes: Product;
  /** A rule's update, always in float64: the same bits for all. */
  readonly compileColumns: CompileColumns;
  readonly apply: (id: ActivationId) => Activation['apply'];
}

const apply: Arithmetic['apply'] = (id) => activationOf(id).apply;

type Product = (a: Numbers, b: Numbers, c: Numbers, n: number, k: number, m: number) => void;

/** Plain loops in float64: the reference. */
export const float64: Arithmetic = {
  id: 'float64',
  alloc: (length) => new Float64Array(length),
  compileColumns,
  apply,
  timesTransposed(a, b, c, n, k, m) {
    for (let i = 0; i < n; i++) {
      for (let j = 0; j < m; j++) {
        let sum = 0;
        for (let p = 0, ai = i * k, bj = j * k; p < k; p++) sum += a[ai + p]! * b[bj + p]!;
        c[i * m + j] = sum;
      }
    }
  },
  times(a, b, c, n, k, m) {
    c.fill(0, 0, n * m);
    for (let i = 0; i < n; i++) for (let p = 0; p < k; p++) addRow(a[i * k + p]!, b, p * m, c, i * m, m);
  },
  transposedTimes(a, b, c, n, k, m) {
    c.fill(0, 0, n * m);
    for (let p = 0; p < k; p++) for (let i = 0; i < n; i++) addRow(a[p * n + i]!, b, p * m, c, i * m, m);
  },
};

/** A digit's blank pixels and ReLU's silent neurons are zeros: most of the work is skipped. */
function addRow(factor: number, b: Numbers, from: number, c: Numbers, to: number, m: number): void {
  if (factor === 0) return;
  for (let j = 0; j < m; j++) c[to + j] = c[to + j]! + factor * b[from + j]!;
}

/**
 * Plain loops in float32: every product and every sum rounded, an entry's sum in the order of k. `simdArithmetic` computes the same bits.
 */
export const float32: Arithmetic = {
  id: 'float32',
  alloc: (length) => new Float32Array(length),
  compileColumns,
  apply,
  timesTransposed(a, b, c, n, k, m) {
    for (let i = 0; i < n; i++) {
      for (let j = 0; j < m; j++) {
        let sum = 0;
        for (let p = 0, ai = i * k, bj = j * k; p < k; p++) sum = fround(sum + fround(a[ai + p]! * b[bj + p]!));
        c[i * m + j] = sum;
      }
    }
  },
  times(a, b, c, n, k, m) {
    c.fill(0, 0, n * m);
    for (let i = 0; i < n; i++) for (let p = 0; p < k; p++) addRoundedRow(a[i * k + p]!, b, p * m, c, i * m, m);
  },
  transposedTimes(a, b, c, n, k, m) {
    c.fill(0, 0, n * m);
    for (let p = 0; p < k; p++) for (let i = 0; i < n; i++) addRoundedRow(a[p * n + i]!, b, p * m, c, i * m, m);
  },
};

const { fround } = Math;

/** c rounds what it is given. */
function addRoundedRow(factor: number, b: Numbers, from: number, c: Numbers, to: number, m: number): void {
  for (let j = 0; j < m; j++) c[to + j] = c[to + j]! + fround(factor * b[from + j]!);
}
