import { createField } from '../columns.ts';
import type { Field } from '../types.ts';
import type { PcdField } from './header.ts';

/**
 * PCL packs a colour into the 32 bits of one value, 0xAARRGGBB, declared as float or as integer. Other formats have fields for each:
 * `rgb` becomes red, green and blue, `rgba` alpha as well. (The upper byte of `rgb` means nothing.) As float these bits are
 * no number that may be computed with, and some are NaN.
 */
export function unpackColours(columns: readonly Field[], declared: readonly PcdField[]): Field[] {
  const names = new Set(columns.map(({ name }) => name));
  return columns.flatMap((column) => {
    const { name, values } = column;
    const one = declared.find((field) => field.name === name);
    const packed = (name === 'rgb' || name === 'rgba') && one?.count === 1;
    const parts = name === 'rgba' ? ['red', 'green', 'blue', 'alpha'] : ['red', 'green', 'blue'];
    if (!packed || parts.some((part) => names.has(part))) return [column];
    const bits =
      values instanceof Float32Array
        ? new Uint32Array(values.buffer, values.byteOffset, values.length)
        : values instanceof Int32Array || values instanceof Uint32Array
          ? values
          : null;
    if (bits === null) return [column];
    return parts.map((part, i) => {
      const field = createField(part, 'uint8', values.length);
      const shift = [16, 8, 0, 24][i]!;
      for (let row = 0; row < bits.length; row++) field.values[row] = (bits[row]! >>> shift) & 255;
      return field;
    });
  });
}
