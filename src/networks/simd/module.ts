import {
  add,
  assemble,
  f32x4,
  get,
  i32,
  increase,
  load,
  loadSplat,
  repeat,
  set,
  splat,
  store,
  type Bytes,
  type ValueType,
  type WasmFunction,
} from '../../math/wasm.ts';
import { activationLoop } from '../landscape/simd/vectorMaths.ts';

/** Rows of a, and columns of b, that stay in registers together. */
export const [ROWS, COLUMNS] = [4, 8];

/** The activations that cost more than their copy into the module's memory. */
export const vectorized = ['sigmoid', 'tanh', 'gelu'] as const;

/** What the module exports. All arguments are bytes but `blocks`, which counts. */
export interface NetworkFunctions extends Record<(typeof vectorized)[number], (at: number, end: number) => void> {
  /**
   * c = a b for `blocks` × 4 rows. a: an entry at row × `aRow` + p × `aStep`. b: panels of 8 columns, `panel` = 32 k bytes each, row by row. c: rows of `cRow` bytes, as many
   * panels wide. Offsets of b and c are multiples of 16, rows of c of 32.
   */
  product(
    a: number,
    aRow: number,
    aStep: number,
    blocks: number,
    b: number,
    panel: number,
    c: number,
    cRow: number,
  ): void;
}

/** The bytes of the module; it imports `network.memory`. */
export const networkModule = (): Uint8Array<ArrayBuffer> =>
  assemble(['network', 'memory'], [product(), ...vectorized.map((id) => activationLoop(id, id))]);

const many = (count: number, kind: ValueType): ValueType[] => new Array<ValueType>(count).fill(kind);

/** An entry of c is summed in the order of k, each product rounded, as `float32` of arithmetic.ts does. */
function product(): WasmFunction {
  const [A, A_ROW, A_STEP, BLOCKS, B, PANEL, C, C_ROW] = [0, 1, 2, 3, 4, 5, 6, 7];
  const [BLOCK, BEGIN, AT, TO, PANEL_END, C_END] = [8, 9, 10, 11, 12, 13];
  const rows = [14, 15, 16, 17];
  const sums = [18, 19, 20, 21, 22, 23, 24, 25];
  const [LEFT, RIGHT, SPLAT] = [26, 27, 28];
  const assign = (to: number, from: Bytes): Bytes => [...from, ...set(to)];
  const step = [
    ...assign(LEFT, [...get(AT), ...load(0)]),
    ...assign(RIGHT, [...get(AT), ...load(16)]),
    ...rows.flatMap((row, r) => [
      ...assign(SPLAT, [...get(row), ...loadSplat(0)]),
      ...[LEFT, RIGHT].flatMap((side, v) => {
        const sum = sums[2 * r + v]!;
        return assign(sum, [...get(sum), ...get(SPLAT), ...get(side), ...f32x4.multiply, ...f32x4.add]);
      }),
      ...increase(row, get(A_STEP)),
    ]),
    ...increase(AT, i32(32)),
  ];
  const block = [
    ...rows.flatMap((row) => [...assign(row, get(BEGIN)), ...increase(BEGIN, get(A_ROW))]),
    ...sums.flatMap((sum) => assign(sum, splat(0))),
    ...assign(AT, get(B)),
    ...repeat(step, get(AT), get(PANEL_END)),
    ...rows.flatMap((_, r) => [
      ...[...get(TO), ...get(sums[2 * r]!), ...store(0), ...get(TO), ...get(sums[2 * r + 1]!), ...store(16)],
      ...increase(TO, get(C_ROW)),
    ]),
    ...increase(BLOCK, i32(1)),
  ];
  const panel = [
    ...[...assign(BLOCK, i32(0)), ...assign(BEGIN, get(A)), ...assign(TO, get(C))],
    ...assign(PANEL_END, [...get(B), ...get(PANEL), ...add]),
    ...repeat(block, get(BLOCK), get(BLOCKS)),
    ...[...assign(B, get(PANEL_END)), ...increase(C, i32(32))],
  ];
  return {
    name: 'product',
    params: many(8, 'i32'),
    locals: [...many(10, 'i32'), ...many(11, 'v128')],
    body: [...assign(C_END, [...get(C), ...get(C_ROW), ...add]), ...repeat(panel, get(C), get(C_END))],
  };
}
