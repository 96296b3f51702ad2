/**
 * WebAssembly modules put together by hand: small ones, a loop or two in registers, for whoever may instantiate them. Instructions are bytes in the order of the stack machine.
 * Numbers of instructions: WebAssembly core specification 2.0, §5.4.
 */
export type Bytes = readonly number[];

export const valueTypes = { i32: 0x7f, f32: 0x7d, f64: 0x7c, v128: 0x7b } as const;
export type ValueType = keyof typeof valueTypes;

export interface WasmFunction {
  readonly name: string;
  /** Locals 0, 1, … */
  readonly params: readonly ValueType[];
  /** The locals after the parameters. */
  readonly locals: readonly ValueType[];
  readonly body: Bytes;
}

/** A module at work on a memory of its own. */
export interface Instance<Functions> {
  readonly buffer: ArrayBuffer;
  readonly functions: Functions;
}

/** Puts a module to work on a memory of `bytes` at least; null where the engine has no SIMD or no such memory. */
export type Instantiate<Functions> = (module: Uint8Array<ArrayBuffer>, bytes: number) => Instance<Functions> | null;

/** The bytes of a module that imports its memory under two names and exports its functions, which return nothing. */
export function assemble(
  [module, memory]: readonly [string, string],
  functions: readonly WasmFunction[],
): Uint8Array<ArrayBuffer> {
  const kinds = functions.map(({ params }) => [0x60, ...vector(params.map((kind) => [valueTypes[kind]])), 0]);
  const codes = functions.map(({ locals, body }) => {
    const code = [...vector(locals.map((kind) => [1, valueTypes[kind]])), ...body, END];
    return [...leb(code.length), ...code];
  });
  return Uint8Array.from([
    ...[0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(1, vector(kinds)),
    ...section(2, vector([[...name(module), ...name(memory), 0x02, 0x00, ...leb(1)]])),
    ...section(3, vector(functions.map((_, i) => leb(i)))),
    ...section(7, vector(functions.map((made, i) => [...name(made.name), 0x00, ...leb(i)]))),
    ...section(10, vector(codes)),
  ]);
}

const [LOOP, END, BR_IF, VOID] = [0x03, 0x0b, 0x0d, 0x40];

/** Unsigned LEB128. */
const leb = (value: number): Bytes => (value < 128 ? [value] : [(value & 127) | 128, ...leb(value >>> 7)]);
/** Signed LEB128 of an int32. */
const signed = (value: number): Bytes =>
  value >= -64 && value < 64 ? [value & 127] : [(value & 127) | 128, ...signed(value >> 7)];
const vector = (items: readonly Bytes[]): Bytes => [...leb(items.length), ...items.flat()];
const section = (id: number, content: Bytes): Bytes => [id, ...leb(content.length), ...content];
const name = (text: string): Bytes => vector(Array.from(text, (c) => [c.charCodeAt(0)]));

export const get = (local: number): Bytes => [0x20, ...leb(local)];
export const set = (local: number): Bytes => [0x21, ...leb(local)];
export const tee = (local: number): Bytes => [0x22, ...leb(local)];
export const i32 = (value: number): Bytes => [0x41, ...signed(value)];
export const add: Bytes = [0x6a];
export const multiply: Bytes = [0x6c];

/** do { … } while (left < right), int32. */
export const repeat = (content: Bytes, left: Bytes, right: Bytes): Bytes => [
  ...[LOOP, VOID, ...content, ...left, ...right, 0x48],
  ...[BR_IF, 0, END],
];
export const increase = (local: number, by: Bytes): Bytes => [...get(local), ...by, ...add, ...set(local)];

const simd = (opcode: number): Bytes => [0xfd, ...leb(opcode)];
/** `v128.load`, `v128.load32_splat` and `v128.store` at a fixed offset from the address on the stack. */
export const load = (offset: number): Bytes => [...simd(0x00), 4, ...leb(offset)];
export const loadSplat = (offset: number): Bytes => [...simd(0x09), 2, ...leb(offset)];
/** One float64 twice. */
export const loadDoubleSplat = (offset: number): Bytes => [...simd(0x0a), 3, ...leb(offset)];
export const store = (offset: number): Bytes => [...simd(0x0b), 4, ...leb(offset)];

/** Four times one float32 or one int32. */
export const splat = (value: number): Bytes => [...simd(0x0c), ...fourTimes(Float32Array.of(value))];
export const splatInteger = (value: number): Bytes => [...simd(0x0c), ...fourTimes(Int32Array.of(value))];
function fourTimes({ buffer }: Float32Array | Int32Array): Bytes {
  const bytes = Array.from(new Uint8Array(buffer));
  return [...bytes, ...bytes, ...bytes, ...bytes];
}
/** Two times one float64. */
export const splatDouble = (value: number): Bytes => {
  const bytes = Array.from(new Uint8Array(Float64Array.of(value).buffer));
  return [...simd(0x0c), ...bytes, ...bytes];
};
/** Sixteen bytes picked from two vectors. */
export const shuffle = (lanes: Bytes): Bytes => [...simd(0x0d), ...lanes];

export const f32x4 = {
  splat: simd(0x13),
  equal: simd(0x41),
  greater: simd(0x44),
  nearest: simd(0x6a),
  abs: simd(0xe0),
  negate: simd(0xe1),
  add: simd(0xe4),
  subtract: simd(0xe5),
  multiply: simd(0xe6),
  divide: simd(0xe7),
  /** NaN where either is. */
  min: simd(0xe8),
  max: simd(0xe9),
  fromIntegers: simd(0xfa),
} as const;
export const v128 = { and: simd(0x4e), xor: simd(0x51), choose: simd(0x52) } as const;
export const i32x4 = { shiftLeft: simd(0xab), add: simd(0xae), fromFloats: simd(0xf8) } as const;
export const f64x2 = {
  splat: simd(0x14),
  less: simd(0x49),
  greater: simd(0x4a),
  promoteLow: simd(0x5f),
  abs: simd(0xec),
  negate: simd(0xed),
  sqrt: simd(0xef),
  add: simd(0xf0),
  subtract: simd(0xf1),
  multiply: simd(0xf2),
  divide: simd(0xf3),
  /** NaN where either is; −0 below 0: as Math.min and max. */
  min: simd(0xf4),
  max: simd(0xf5),
} as const;
