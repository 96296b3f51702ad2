/**
 * The bytes of a WebAssembly module that does what `addGram` does, four float32 at a time, for whoever may instantiate it: it imports
 * the memory as `gram.memory` and exports `add(h, panels, samples, tiles, rounding)`, h and tiles being byte offsets, multiples of 16.
 * Half a tile (4 rows × 8 columns) stays in eight registers while a block's samples run by.
 */
export function gramModule(): Uint8Array<ArrayBuffer> {
  const type = [0x60, ...vector([[I32], [I32], [I32], [I32], [F64]]), 0];
  const imported = [...name('gram'), ...name('memory'), 0x02, 0x00, ...leb(1)];
  const exported = [...name('add'), 0x00, ...leb(0)];
  const locals = vector([
    [...leb(6), I32],
    [...leb(12), V128],
  ]);
  const code = [...locals, ...body(), END];
  return Uint8Array.from([
    ...[0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(1, vector([type])),
    ...section(2, vector([imported])),
    ...section(3, vector([[0]])),
    ...section(7, vector([exported])),
    ...section(10, vector([[...leb(code.length), ...code]])),
  ]);
}

type Bytes = readonly number[];

const [I32, F64, V128] = [0x7f, 0x7c, 0x7b];
const [LOOP, END, BR_IF, VOID] = [0x03, 0x0b, 0x0d, 0x40];

/** Unsigned LEB128. */
function leb(value: number): Bytes {
  return value < 128 ? [value] : [(value & 127) | 128, ...leb(value >>> 7)];
}

const vector = (items: readonly Bytes[]): Bytes => [...leb(items.length), ...items.flat()];
const section = (id: number, content: Bytes): Bytes => [id, ...leb(content.length), ...content];
const name = (text: string): Bytes => vector(Array.from(text, (c) => [c.charCodeAt(0)]));

const get = (local: number): Bytes => [0x20, ...leb(local)];
const set = (local: number): Bytes => [0x21, ...leb(local)];
/** Constants stay below 64, where one byte of signed LEB128 holds them, or below 8192, where two do. */
const i32 = (value: number): Bytes => [0x41, ...(value < 64 ? [value] : [(value & 127) | 128, value >>> 7])];
const add = 0x6a;
const multiply = 0x6c;
const lessSigned = 0x48;
const simd = (opcode: number): Bytes => [0xfd, ...leb(opcode)];
/** `v128.load`, `v128.load32_splat` and `v128.store` at a fixed offset from the address on the stack. */
const load = (offset: number): Bytes => [...simd(0x00), 4, ...leb(offset)];
const loadSplat = (offset: number): Bytes => [...simd(0x09), 2, ...leb(offset)];
const store = (offset: number): Bytes => [...simd(0x0b), 4, ...leb(offset)];
const f32x4Add = simd(0xe4);
const f32x4Multiply = simd(0xe6);
const f64x2Add = simd(0xf0);
const f64x2Subtract = simd(0xf1);
const f64x2Splat = simd(0x14);
/** The two lower float32 as float64. */
const promoteLow = simd(0x5f);
const zeros: Bytes = [...simd(0x0c), ...new Array<number>(16).fill(0)];
/** The two upper float32 moved down; takes the vector twice. */
const upperHalf: Bytes = [...simd(0x0d), 8, 9, 10, 11, 12, 13, 14, 15, 8, 9, 10, 11, 12, 13, 14, 15];

/** do { … } while (left < right). */
const repeat = (content: Bytes, left: Bytes, right: Bytes): Bytes => [
  ...[LOOP, VOID, ...content, ...left, ...right, lessSigned],
  ...[BR_IF, 0, END],
];
const increase = (local: number, by: Bytes): Bytes => [...get(local), ...by, add, ...set(local)];

/** Parameters, then locals. `row`: first row of the half tile, as bytes into a sample's eight. */
const [H, PANELS, SAMPLES, TILES, ROUNDING, P, Q, A, B, ROW, PANEL_BYTES] = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
const sums = [11, 12, 13, 14, 15, 16, 17, 18];
const [LEFT, RIGHT, SPLAT, ROUND] = [19, 20, 21, 22];

const panelAt = (panel: number): Bytes => [...get(H), ...get(panel), ...get(PANEL_BYTES), multiply, add];

function body(): Bytes {
  const sample = [
    ...[...get(B), ...load(0), ...set(LEFT), ...get(B), ...load(16), ...set(RIGHT)],
    ...[0, 1, 2, 3].flatMap((r) => [
      ...[...get(A), ...loadSplat(4 * r), ...set(SPLAT)],
      ...[LEFT, RIGHT].flatMap((side, v) => {
        const sum = sums[2 * r + v]!;
        return [...get(sum), ...get(SPLAT), ...get(side), ...f32x4Multiply, ...f32x4Add, ...set(sum)];
      }),
    ]),
    ...increase(A, i32(32)),
    ...increase(B, i32(32)),
  ];
  /** Two float64 of the tile, `offset` bytes on, += two of a sum, rounded. */
  const addRounded = (offset: number, two: Bytes): Bytes => [
    ...[...get(TILES), ...get(TILES), ...load(offset)],
    ...[...two, ...promoteLow, ...get(ROUND), ...f64x2Add, ...get(ROUND), ...f64x2Subtract],
    ...[...f64x2Add, ...store(offset)],
  ];
  const halfTile = [
    ...sums.flatMap((sum) => [...zeros, ...set(sum)]),
    ...[...panelAt(P), ...get(ROW), add, ...set(A), ...panelAt(Q), ...set(B)],
    ...repeat(sample, get(B), [...panelAt(Q), ...get(PANEL_BYTES), add]),
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
    ...repeat(tile, get(Q), [...get(P), ...i32(1), add]),
    ...increase(P, i32(1)),
  ];
  return [
    ...[...get(SAMPLES), ...i32(32), multiply, ...set(PANEL_BYTES)],
    ...[...get(ROUNDING), ...f64x2Splat, ...set(ROUND)],
    ...repeat(rowOfTiles, get(P), get(PANELS)),
  ];
}
