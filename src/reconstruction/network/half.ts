/*
 * IEEE 754 binary16: 1 bit sign, 5 bits exponent (bias 15), 10 bits fraction. What assets/reconstruction holds, little-endian: half the
 * bytes of float32, and its 2⁻¹¹ of relative rounding moves an answer by less than 1e-3 of an edge.
 */

/** The value of the half whose 16 bits are `bits`, exactly. */
export function halfToNumber(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >> 10) & 31;
  const fraction = bits & 1023;
  if (exponent === 0) return sign * fraction * 2 ** -24;
  if (exponent === 31) return fraction === 0 ? sign * Infinity : NaN;
  return sign * (1024 + fraction) * 2 ** (exponent - 25);
}

/** A half's exponent and fraction, moved to where float32 has its own, are a number 2⁻¹¹² of the half's, subnormal or not. */
const REBIAS = 2 ** 112;

/** `count` halves from byte `start` of `bytes` on, as float32 (every half is one exactly). */
export function readHalves(bytes: Uint8Array, start: number, count: number): Float32Array<ArrayBuffer> {
  const out = new Float32Array(count);
  const bits = new Uint32Array(out.buffer);
  for (let i = 0, at = start; i < count; i++, at += 2) {
    const half = bytes[at]! | (bytes[at + 1]! << 8);
    bits[i] = ((half & 0x8000) << 16) | ((half & 0x7fff) << 13);
    out[i] = (half & 0x7c00) === 0x7c00 ? halfToNumber(half) : out[i]! * REBIAS;
  }
  return out;
}

/** The bits of the half nearest to `value`, ties to the even one; beyond 65,504 infinity. */
export function numberToHalf(value: number): number {
  if (Number.isNaN(value)) return 0x7e00;
  const sign = value < 0 || Object.is(value, -0) ? 0x8000 : 0;
  const size = Math.abs(value);
  if (size >= 65_520) return sign | 0x7c00;
  if (size < 2 ** -14) return sign | roundToEven(size * 2 ** 24);
  let exponent = -14;
  while (2 ** (exponent + 1) <= size) exponent++;
  // A fraction that rounds up to 2,048 carries into the exponent, as it should.
  return sign | (((exponent + 15) << 10) + roundToEven(size * 2 ** (10 - exponent)) - 1024);
}

export function writeHalves(values: ArrayLike<number>): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(2 * values.length);
  for (let i = 0; i < values.length; i++) {
    const bits = numberToHalf(values[i]!);
    bytes[2 * i] = bits & 255;
    bytes[2 * i + 1] = bits >> 8;
  }
  return bytes;
}

function roundToEven(value: number): number {
  const floor = Math.floor(value);
  const rest = value - floor;
  return rest > 0.5 || (rest === 0.5 && floor % 2 === 1) ? floor + 1 : floor;
}
