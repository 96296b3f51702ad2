import { CloudError } from './errors.ts';
import { numberTypes, type NumberType, type NumberValues } from '../numberTypes.ts';
import type { Field } from './types.ts';

/** Types of values in binary files: what is held in memory, and 64-bit integers, which are held as float64. */
export type WireType = NumberType | 'int64' | 'uint64';

export const heldAs = (type: WireType): NumberType => (type === 'int64' || type === 'uint64' ? 'float64' : type);

export const sizeOf = (type: WireType): number => numberTypes[heldAs(type)].BYTES_PER_ELEMENT;

export const createField = (name: string, type: NumberType, rows: number): Field => ({
  name,
  type,
  values: new numberTypes[type](rows),
});

/** Reads one value; the column readers below are for many. */
export function readValue(view: DataView, at: number, type: WireType, little: boolean): number {
  switch (type) {
    case 'int8':
      return view.getInt8(at);
    case 'uint8':
      return view.getUint8(at);
    case 'int16':
      return view.getInt16(at, little);
    case 'uint16':
      return view.getUint16(at, little);
    case 'int32':
      return view.getInt32(at, little);
    case 'uint32':
      return view.getUint32(at, little);
    case 'float32':
      return view.getFloat32(at, little);
    case 'float64':
      return view.getFloat64(at, little);
    case 'int64':
      return Number(view.getBigInt64(at, little));
    case 'uint64':
      return Number(view.getBigUint64(at, little));
  }
}

/** How the values of one column lie in a buffer: the first at `offset`, the others `stride` bytes apart. */
export interface Layout {
  readonly type: WireType;
  readonly offset: number;
  readonly stride: number;
  readonly little: boolean;
}

/** Fills rows from … to − 1 of a column. One loop a type: a switch inside it would cost half the time. */
export function fillColumn(values: NumberValues, view: DataView, layout: Layout, from: number, to: number): void {
  const { type, offset, stride, little } = layout;
  let at = offset + from * stride;
  if (type === 'float32') {
    for (let i = from; i < to; i++, at += stride) values[i] = view.getFloat32(at, little);
  } else if (type === 'float64') {
    for (let i = from; i < to; i++, at += stride) values[i] = view.getFloat64(at, little);
  } else if (type === 'uint8') {
    for (let i = from; i < to; i++, at += stride) values[i] = view.getUint8(at);
  } else {
    for (let i = from; i < to; i++, at += stride) values[i] = readValue(view, at, type, little);
  }
}

/** Puts a number that stood in a text into a column; refuses what the column's type cannot hold. */
export function putNumber(field: Field, row: number, value: number, line: number): void {
  field.values[row] = value;
  const held = field.values[row];
  if (held === value) return;
  const asFloat = field.type === 'float32' || field.type === 'float64';
  const fits = asFloat && (Number.isNaN(value) || (Number.isFinite(held) && Number.isFinite(value)));
  if (!fits) throw new CloudError('out-of-range', { line }, { value, type: field.type, name: field.name });
}
