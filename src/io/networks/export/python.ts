const characters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const LINE = 100;

/** Base64 in lines, of the float64 of `values`. */
function base64(values: ArrayLike<number>): string {
  const bytes = new Uint8Array(Float64Array.from(values).buffer);
  const pieces: string[] = [];
  for (let at = 0; at < bytes.length; at += 3) {
    const [a = 0, b = 0, c = 0] = bytes.subarray(at, at + 3);
    const bits = (a << 16) | (b << 8) | c;
    const some = [18, 12, 6, 0].map((shift) => characters[(bits >> shift) & 63]!).join('');
    const beyond = at + 3 - bytes.length;
    pieces.push(beyond > 0 ? some.slice(0, 4 - beyond) + '='.repeat(beyond) : some);
  }
  const text = pieces.join('');
  const lines = Array.from({ length: Math.ceil(text.length / LINE) }, (_, i) => text.slice(i * LINE, (i + 1) * LINE));
  return lines.join('\n');
}

/** A call of the script's `array`: every digit, whatever the number. */
export const arrayText = (values: ArrayLike<number>, shape: readonly number[]): string =>
  `array("""\n${base64(values)}\n""", ${shape.join(', ')})`;

/** A number as Python writes it, every digit. */
export const numberText = (value: number): string => {
  if (Number.isFinite(value)) return Object.is(value, -0) ? '-0.0' : String(value);
  return Number.isNaN(value) ? 'float("nan")' : value > 0 ? 'float("inf")' : 'float("-inf")';
};
