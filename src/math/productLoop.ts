import {
  add,
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
} from './wasm.ts';

/** Columns of b that stay in registers together. */
export const PRODUCT_COLUMNS = 8;

/**
 * c = a b for `blocks` blocks of rows. All arguments are bytes but `blocks`, which counts. a: an entry at row × `aRow` + p × `aStep`. b: panels of 8 columns, `panel` = 32 k bytes
 * each, row by row. c: rows of `cRow` bytes, as many panels wide. Offsets of b and c are multiples of 16, rows of c of 32.
 */
export type Product = (
  a: number,
  aRow: number,
  aStep: number,
  blocks: number,
  b: number,
  panel: number,
  c: number,
  cRow: number,
) => void;

const many = (count: number, kind: ValueType): ValueType[] => new Array<ValueType>(count).fill(kind);

/**
 * A `Product` of float32 with blocks of `height` rows. An entry of c is summed in the order of k, each product rounded: as plain loops with `Math.fround` around every operation do.
 */
export function productLoop(name: string, height: number): WasmFunction {
  const [A, A_ROW, A_STEP, BLOCKS, B, PANEL, C, C_ROW] = [0, 1, 2, 3, 4, 5, 6, 7];
  const [BLOCK, BEGIN, AT, TO, PANEL_END, C_END] = [8, 9, 10, 11, 12, 13];
  const rows = Array.from({ length: height }, (_, r) => 14 + r);
  const sums = Array.from({ length: 2 * height }, (_, s) => 14 + height + s);
  const [LEFT, RIGHT, SPLAT] = [14 + 3 * height, 15 + 3 * height, 16 + 3 * height];
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
    ...increase(AT, i32(4 * PRODUCT_COLUMNS)),
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
    ...[...assign(B, get(PANEL_END)), ...increase(C, i32(4 * PRODUCT_COLUMNS))],
  ];
  return {
    name,
    params: many(8, 'i32'),
    locals: [...many(6 + height, 'i32'), ...many(3 + 2 * height, 'v128')],
    body: [...assign(C_END, [...get(C), ...get(C_ROW), ...add]), ...repeat(panel, get(C), get(C_END))],
  };
}
