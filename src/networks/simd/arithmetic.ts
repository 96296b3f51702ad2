import { float32, type Arithmetic } from '../arithmetic.ts';
import type { Numbers } from '../types.ts';
import { COLUMNS, productModule, ROWS, type ProductFunctions } from './productModule.ts';

/** A module over a memory of so many bytes; null where the engine has no SIMD or no such memory. */
export type Instantiate = (
  module: Uint8Array<ArrayBuffer>,
  bytes: number,
) => { readonly buffer: ArrayBuffer; readonly functions: ProductFunctions } | null;

/** Rows of a that are in the module's memory at once. */
const PART = 512;

/** Multiply-adds below which the plain loops are done before anything is packed. Their results are the same bits. */
const WORTH_IT = 4096;

/**
 * Products in WebAssembly SIMD, to the bits of `float32`, whose place they take where they pay. Arrays stay the caller's: what a product needs is copied into the module's memory, b on
 * the way into panels, which costs a few parts in a hundred of the product itself and leaves no array behind in a memory that might grow. null where there is no SIMD.
 */
export function simdArithmetic(instantiate: Instantiate): Arithmetic | null {
  const module = productModule();
  const first = instantiate(module, 1 << 16);
  if (!first) return null;
  let { functions } = first;
  let memory = new Float32Array(first.buffer);

  function reserve(floats: number): void {
    if (floats <= memory.length) return;
    const larger = instantiate(module, 8 * floats);
    if (!larger) throw new RangeError(`no memory for ${floats} numbers`);
    memory = new Float32Array(larger.buffer);
    functions = larger.functions;
  }

  /** c (n × m) = a b; a's entry (i, p) at i × `row` + p × `step`, b's (p, j) at p × `bRow` + j × `bStep`. */
  function product(
    [a, row, step]: Operand,
    [b, bRow, bStep]: Operand,
    c: Numbers,
    n: number,
    k: number,
    m: number,
  ): void {
    const width = COLUMNS * Math.ceil(m / COLUMNS);
    // Rows that lie one behind the other come in parts, so that the memory stays small however many samples there are.
    const part = step === 1 ? Math.min(n, PART) : n;
    const filled = ROWS * Math.ceil(part / ROWS);
    const aAt = width * k;
    // The rows that fill the last block read on behind a: whatever is there, as their results go nowhere.
    const cAt = aAt + 4 * Math.ceil(((filled - 1) * row + (k - 1) * step + 1) / 4);
    reserve(cAt + filled * width);
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
  }

  return {
    ...{ id: 'simd', alloc: float32.alloc },
    timesTransposed(a, b, c, n, k, m) {
      if (n * k * m < WORTH_IT) float32.timesTransposed(a, b, c, n, k, m);
      else product([a, k, 1], [b, 1, k], c, n, k, m);
    },
    times(a, b, c, n, k, m) {
      if (n * k * m < WORTH_IT) float32.times(a, b, c, n, k, m);
      else product([a, k, 1], [b, m, 1], c, n, k, m);
    },
    transposedTimes(a, b, c, n, k, m) {
      if (n * k * m < WORTH_IT) float32.transposedTimes(a, b, c, n, k, m);
      else product([a, 1, n], [b, m, 1], c, n, k, m);
    },
  };
}

type Operand = readonly [numbers: Numbers, row: number, step: number];

function pack(b: Numbers, row: number, step: number, to: Float32Array, k: number, m: number): void {
  for (let first = 0, panel = 0; first < m; first += COLUMNS, panel += COLUMNS * k) {
    const last = Math.min(COLUMNS, m - first);
    for (let j = 0; j < last; j++) {
      for (let p = 0, from = (first + j) * step, into = panel + j; p < k; p++, from += row, into += COLUMNS) {
        to[into] = b[from]!;
      }
    }
  }
}
