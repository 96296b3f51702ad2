import type { Instantiate } from '../../math/wasm.ts';
import type { CompileColumns } from '../../formula/index.ts';
import type { Activation, ActivationId } from '../activations.ts';
import { float32, type Arithmetic } from '../arithmetic.ts';
import type { Numbers } from '../types.ts';
import { COLUMNS, networkModule, ROWS, vectorized, type NetworkFunctions } from './module.ts';

/** Rows of a that are in the module's memory at once. */
const PART = 512;

/** Values of an activation that are there at once. */
const VALUES = 4096;

/** Multiply-adds below which the plain loops are done before anything is packed. Their results are the same bits. */
const WORTH_IT = 4096;

/**
 * Products in WebAssembly SIMD, to the bits of `float32`, whose place they take where they pay, and the costly activations. Arrays stay the caller's: what a product needs is copied into the module's memory, b on
 * the way into panels, which costs a few parts in a hundred of the product itself and leaves no array behind in a memory that might grow. null where there is no SIMD.
 */
export function simdArithmetic(
  instantiate: Instantiate<NetworkFunctions>,
  compileColumns: CompileColumns,
): Arithmetic | null {
  const module = networkModule();
  const first = instantiate(module, 1 << 16);
  if (!first) return null;
  let { functions } = first;
  let memory = new Float32Array(first.buffer);

  function reserve(floats: number): boolean {
    if (floats <= memory.length) return true;
    const larger = instantiate(module, 8 * floats);
    if (!larger) return false;
    memory = new Float32Array(larger.buffer);
    functions = larger.functions;
    return true;
  }

  /** c (n × m) = a b; a's entry (i, p) at i × `row` + p × `step`, b's (p, j) at p × `bRow` + j × `bStep`. false: left to the plain loops. */
  function product(
    [a, row, step]: Operand,
    [b, bRow, bStep]: Operand,
    c: Numbers,
    n: number,
    k: number,
    m: number,
  ): boolean {
    if (n * k * m < WORTH_IT) return false;
    const width = COLUMNS * Math.ceil(m / COLUMNS);
    // Rows that lie one behind the other come in parts, so that the memory stays small however many samples there are.
    const part = step === 1 ? Math.min(n, PART) : n;
    const filled = ROWS * Math.ceil(part / ROWS);
    const aAt = width * k;
    // The rows that fill the last block read on behind a: whatever is there, as their results go nowhere.
    const cAt = aAt + 4 * Math.ceil(((filled - 1) * row + (k - 1) * step + 1) / 4);
    if (!reserve(cAt + filled * width)) return false;
    pack(b, bRow, bStep, memory, k, m);
    for (let from = 0; from < n; from += part) {
      const count = Math.min(part, n - from);
      memory.set(a.subarray(from * k, (from + count) * k), aAt);
      const blocks = Math.ceil(count / ROWS);
      functions.product(4 * aAt, 4 * row, 4 * step, blocks, 0, 4 * COLUMNS * k, 4 * cAt, 4 * width);
      for (let i = 0, to = from * m; i < count; i++) {
        for (let j = 0, at = cAt + i * width; j < m; j++) c[to++] = memory[at++]!;
      }
    }
    return true;
  }

  /** Sigmoid, tanh and GELU to some 2e-7 of float64, the others exactly as everywhere. */
  function apply(id: ActivationId): Activation['apply'] {
    const vector = vectorized.find((one) => one === id);
    if (!vector) return float32.apply(id);
    return (z, a, length) => {
      for (let from = 0; from < length; from += VALUES) {
        const n = Math.min(VALUES, length - from);
        memory.set(z.subarray(from, from + n));
        functions[vector](0, 16 * Math.ceil(n / 4));
        a.set(memory.subarray(0, n), from);
      }
    };
  }

  return {
    ...{ id: 'simd', alloc: float32.alloc, compileColumns, apply },
    timesTransposed(a, b, c, n, k, m) {
      if (!product([a, k, 1], [b, 1, k], c, n, k, m)) float32.timesTransposed(a, b, c, n, k, m);
    },
    times(a, b, c, n, k, m) {
      if (!product([a, k, 1], [b, m, 1], c, n, k, m)) float32.times(a, b, c, n, k, m);
    },
    transposedTimes(a, b, c, n, k, m) {
      if (!product([a, 1, n], [b, m, 1], c, n, k, m)) float32.transposedTimes(a, b, c, n, k, m);
    },
  };
}

type Operand = readonly [numbers: Numbers, row: number, step: number];

/** b into panels, whose numbers are written in the order in which they lie. */
function pack(b: Numbers, row: number, step: number, to: Float32Array, k: number, m: number): void {
  for (let first = 0, into = 0; first < m; first += COLUMNS) {
    const width = Math.min(COLUMNS, m - first);
    for (let p = 0, begin = first * step; p < k; p++, begin += row, into += COLUMNS) {
      for (let j = 0, from = begin; j < width; j++, from += step) to[into + j] = b[from]!;
    }
  }
}
