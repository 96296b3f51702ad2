import { numberTypes, type NumberType, type NumberValues } from '../numberTypes.ts';
import { NetFileError, type NetFileWhere } from './errors.ts';

/** An array of numbers, row-major; the shape of a single number is []. */
export interface NumberTensor {
  readonly kind: 'numbers';
  readonly shape: readonly number[];
  readonly values: NumberValues;
}

/** An array of texts, as NumPy keeps strings. */
export interface TextTensor {
  readonly kind: 'texts';
  readonly shape: readonly number[];
  readonly texts: readonly string[];
}

export type Tensor = NumberTensor | TextTensor;

/** Arrays by their names, in the file's order. */
export type Tensors = ReadonlyMap<string, Tensor>;

export const tensorOf = (values: NumberValues, shape: readonly number[] = [values.length]): NumberTensor => ({
  kind: 'numbers',
  shape,
  values,
});

export const textOf = (text: string): TextTensor => ({ kind: 'texts', shape: [], texts: [text] });

export const sizeOf = (shape: readonly number[]): number => shape.reduce((product, length) => product * length, 1);

export const shapeInWords = (shape: readonly number[]): string => `(${shape.join(', ')})`;

/** How values lie in a file: a type of ours, or one that is widened: float16 and bfloat16 to float32. */
export type WireType = NumberType | 'float16' | 'bfloat16' | 'int64' | 'uint64';

const wide = { float16: 2, bfloat16: 2, int64: 8, uint64: 8 } as const;

export const bytesPer = (type: WireType): number =>
  type in wide ? wide[type as keyof typeof wide] : numberTypes[type as NumberType].BYTES_PER_ELEMENT;

/** The values that `bytes` hold, each little-endian unless `big`. A copy. */
export function decodeValues(bytes: Uint8Array, type: WireType, big: boolean): NumberValues {
  const own = bytes.slice();
  const per = bytesPer(type);
  if (big) for (let at = 0; at < own.length; at += per) own.subarray(at, at + per).reverse();
  // Typed arrays have the machine's order: little-endian on all that run a browser or Node today.
  const { buffer } = own;
  if (type === 'int64') return Float64Array.from(new BigInt64Array(buffer), Number);
  if (type === 'uint64') return Float64Array.from(new BigUint64Array(buffer), Number);
  if (type === 'float16') return Float32Array.from(new Uint16Array(buffer), halfOf);
  if (type === 'bfloat16') return new Float32Array(Uint32Array.from(new Uint16Array(buffer), (b) => b * 65_536).buffer);
  return new numberTypes[type](buffer);
}

/** IEEE 754's half precision: 1 sign, 5 exponent, 10 fraction. */
function halfOf(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >> 10) & 31;
  const fraction = bits & 1023;
  if (exponent === 0) return sign * fraction * 2 ** -24;
  if (exponent === 31) return fraction > 0 ? NaN : sign * Infinity;
  return sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
}

/** That the data is just as long as its shape says. Throws NetFileError. */
export function checkLength(expected: number, found: number, where: NetFileWhere): void {
  if (expected !== found) throw new NetFileError('cut-off', where, { expected, found });
}
