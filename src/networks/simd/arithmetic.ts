import { float32, type Arithmetic } from '../arithmetic.ts';
import type { Numbers } from '../types.ts';
import { COLUMNS, productModule, ROWS, type ProductFunctions } from './productModule.ts';

/** A module over a memory of so many bytes; null where the engine has no SIMD or no such memory. */
export type Instantiate = (
  module: Uint8Array<ArrayBuffer>,
  bytes: number,
) => { readonly buffer: ArrayBuffer; readonly functions: ProductFunctions } | null;

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
    const [blocks, panels] = [Math.ceil(n / ROWS), Math.ceil(m / COLUMNS)];
    const width = panels * COLUMNS;
    // The rows that fill the last block read on behind a: whatever is there, as their results go nowhere.
    const bAt = round4(Math.max(n * k, (blocks * ROWS - 1) * row + (k - 1) * step + 1));
    const cAt = bAt + width * k;
    reserve(cAt + blocks * ROWS * width);
    memory.set(a.length === n * k ? a : a.subarray(0, n * k));
    pack(b, bRow, bStep, memory, bAt, k, m);
    functions.product(0, 4 * row, 4 * step, blocks, 4 * bAt, 4 * COLUMNS * k, 4 * cAt, 4 * width);
    for (let i = 0, to = 0; i < n; i++) {
      for (let j = 0, from = cAt + i * width; j < m; j++) c[to++] = memory[from++]!;
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

const round4 = (length: number): number => 4 * Math.ceil(length / 4);

function pack(b: Numbers, row: number, step: number, to: Float32Array, at: number, k: number, m: number): void {
  for (let first = 0, panel = at; first < m; first += COLUMNS, panel += COLUMNS * k) {
    const last = Math.min(COLUMNS, m - first);
    for (let j = 0; j < last; j++) {
      for (let p = 0, from = (first + j) * step, into = panel + j; p < k; p++, from += row, into += COLUMNS) {
        to[into] = b[from]!;
      }
    }
  }
}
