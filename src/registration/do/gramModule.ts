import {
  add,
  assemble,
  f32x4,
  f64x2,
  get,
  i32,
  increase,
  load,
  loadSplat,
  multiply,
  repeat,
  set,
  shuffle,
  splat,
  store,
  type Bytes,
  type ValueType,
} from '../../math/wasm.ts';

/**
 * The bytes of a WebAssembly module that does what `addGram` does, four float32 at a time, for whoever may instantiate it: it imports
 * the memory as `gram.memory` and exports `add(h, panels, samples, tiles, rounding)`, h and tiles being byte offsets, multiples of 16.
 * Half a tile (4 rows × 8 columns) stays in eight registers while a block's samples run by.
 */
export const gramModule = (): Uint8Array<ArrayBuffer> =>
  assemble(
    ['gram', 'memory'],
    [
      {
        name: 'add',
        params: ['i32', 'i32', 'i32', 'i32', 'f64'],
        locals: [...many(6, 'i32'), ...many(12, 'v128')],
        body: body(),
      },
    ],
  );

const many = (count: number, kind: ValueType): ValueType[] => new Array<ValueType>(count).fill(kind);

/** The two upper float32 moved down; takes the vector twice. */
const upperHalf = shuffle([8, 9, 10, 11, 12, 13, 14, 15, 8, 9, 10, 11, 12, 13, 14, 15]);

/** Parameters, then locals. `row`: first row of the half tile, as bytes into a sample's eight. */
const [H, PANELS, SAMPLES, TILES, ROUNDING, P, Q, A, B, ROW, PANEL_BYTES] = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
const sums = [11, 12, 13, 14, 15, 16, 17, 18];
const [LEFT, RIGHT, SPLAT, ROUND] = [19, 20, 21, 22];

const panelAt = (panel: number): Bytes => [...get(H), ...get(panel), ...get(PANEL_BYTES), ...multiply, ...add];

function body(): Bytes {
  const sample = [
    ...[...get(B), ...load(0), ...set(LEFT), ...get(B), ...load(16), ...set(RIGHT)],
    ...[0, 1, 2, 3].flatMap((r) => [
      ...[...get(A), ...loadSplat(4 * r), ...set(SPLAT)],
      ...[LEFT, RIGHT].flatMap((side, v) => {
        const sum = sums[2 * r + v]!;
        return [...get(sum), ...get(SPLAT), ...get(side), ...f32x4.multiply, ...f32x4.add, ...set(sum)];
      }),
    ]),
    ...increase(A, i32(32)),
    ...increase(B, i32(32)),
  ];
  /** Two float64 of the tile, `offset` bytes on, += two of a sum, rounded. */
  const addRounded = (offset: number, two: Bytes): Bytes => [
    ...[...get(TILES), ...get(TILES), ...load(offset)],
    ...[...two, ...f64x2.promoteLow, ...get(ROUND), ...f64x2.add, ...get(ROUND), ...f64x2.subtract],
    ...[...f64x2.add, ...store(offset)],
  ];
  const halfTile = [
    ...sums.flatMap((sum) => [...splat(0), ...set(sum)]),
    ...[...panelAt(P), ...get(ROW), ...add, ...set(A), ...panelAt(Q), ...set(B)],
    ...repeat(sample, get(B), [...panelAt(Q), ...get(PANEL_BYTES), ...add]),
    ...sums.flatMap((sum, i) => [
      ...addRounded(32 * i, get(sum)),
      ...addRounded(32 * i + 16, [...get(sum), ...get(sum), ...upperHalf]),
    ]),
    ...increase(TILES, i32(256)),
    ...increase(ROW, i32(16)),
  ];
  const tile = [...i32(0), ...set(ROW), ...repeat(halfTile, get(ROW), i32(32)), ...increase(Q, i32(1))];
  const rowOfTiles = [
    ...[...i32(0), ...set(Q)],
    ...repeat(tile, get(Q), [...get(P), ...i32(1), ...add]),
    ...increase(P, i32(1)),
  ];
  return [
    ...[...get(SAMPLES), ...i32(32), ...multiply, ...set(PANEL_BYTES)],
    ...[...get(ROUNDING), ...f64x2.splat, ...set(ROUND)],
    ...repeat(rowOfTiles, get(P), get(PANELS)),
  ];
}
