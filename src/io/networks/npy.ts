import { numberTypes, type NumberType, type NumberValues } from '../numberTypes.ts';
import { NetFileError, type NetFileWhere } from './errors.ts';
import { checkBytes } from './limits.ts';
import { bytesPer, checkLength, decodeValues, sizeOf, type Tensor, type WireType } from './tensor.ts';

/*
 * NumPy's .npy (numpy.lib.format, versions 1 to 3): a mark, the version, the header's length, a Python literal
 * {'descr': '<f8', 'fortran_order': False, 'shape': (3, 4), }, the values.
 */

const mark = '\x93NUMPY';

const wires: Readonly<Record<string, WireType>> = {
  ...{ f2: 'float16', f4: 'float32', f8: 'float64' },
  ...{ i1: 'int8', i2: 'int16', i4: 'int32', i8: 'int64' },
  ...{ u1: 'uint8', u2: 'uint16', u4: 'uint32', u8: 'uint64', b1: 'uint8' },
};

const descrs: Readonly<Record<NumberType, string>> = {
  ...{ float32: '<f4', float64: '<f8', int8: '|i1', uint8: '|u1' },
  ...{ int16: '<i2', uint16: '<u2', int32: '<i4', uint32: '<u4' },
};

/** Bytes as Latin-1: each a character. */
const latin = (bytes: Uint8Array): string => Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');

interface Header {
  readonly descr: string;
  readonly fortran: boolean;
  readonly shape: readonly number[];
  /** Where the values begin. */
  readonly from: number;
}

function headerOf(bytes: Uint8Array, where: NetFileWhere): Header {
  if (bytes.length < 12 || latin(bytes.subarray(0, 6)) !== mark) throw new NetFileError('not-npy', where);
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  const version = bytes[6]!;
  if (version < 1 || version > 3) throw new NetFileError('header', where, { problem: `has version ${version}` });
  const begin = version === 1 ? 10 : 12;
  const from = begin + (version === 1 ? view.getUint16(8, true) : view.getUint32(8, true));
  if (from > bytes.length) throw new NetFileError('cut-off', where, { expected: from, found: bytes.length });
  if (from > 65_536) throw new NetFileError('header', where, { problem: `has ${from} bytes` });
  const text = latin(bytes.subarray(begin, from));
  const descr = /'descr': *'([^']*)'/.exec(text)?.[1];
  if (descr === undefined && /'descr': *\[/.test(text)) throw new NetFileError('dtype', where, { type: 'structured' });
  const order = /'fortran_order': *(True|False)/.exec(text)?.[1];
  const axes = /'shape': *\(([\d, ]*)\)/.exec(text)?.[1];
  if (descr === undefined || order === undefined || axes === undefined) {
    throw new NetFileError('header', where, { problem: 'does not say type, order and shape' });
  }
  const shape = axes.split(',').flatMap((length) => (length.trim() === '' ? [] : [Number(length)]));
  return { descr, fortran: order === 'True', shape, from };
}

/**
 * Reads one array: numbers of any usual type and order, or strings.
 * @param where for errors: the array's name
 * @throws NetFileError
 */
export function readNpy(bytes: Uint8Array, where: NetFileWhere = null): Tensor {
  const { descr, fortran, shape, from } = headerOf(bytes, where);
  const [, order = '', type = '', length = ''] = /^([<>|=])([a-zA-Z])(\d+)$/.exec(descr) ?? [];
  const size = sizeOf(shape);
  const data = bytes.subarray(from);
  const big = order === '>';
  if (type === 'U' || type === 'S') {
    const per = (type === 'U' ? 4 : 1) * Number(length);
    checkBytes('The array', size * per);
    checkLength(size * per, data.length, where);
    return { kind: 'texts', shape, texts: textsOf(data, size, per, type === 'U', big) };
  }
  const wire = Object.hasOwn(wires, type + length) ? wires[type + length] : undefined;
  if (!wire) throw new NetFileError('dtype', where, { type: descr });
  checkBytes('The array', size * bytesPer(wire));
  checkLength(size * bytesPer(wire), data.length, where);
  const values = decodeValues(data, wire, big);
  return { kind: 'numbers', shape, values: fortran ? rowMajor(values, shape) : values };
}

/** Strings of `per` bytes each, filled up with zeros: UTF-32, or bytes. */
function textsOf(data: Uint8Array, count: number, per: number, utf32: boolean, big: boolean): string[] {
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  const step = utf32 ? 4 : 1;
  return Array.from({ length: count }, (_, i) => {
    let text = '';
    for (let at = i * per; at < (i + 1) * per; at += step) {
      const point = utf32 ? view.getUint32(at, !big) : view.getUint8(at);
      text += String.fromCodePoint(point <= 0x10ffff ? point : 0xfffd);
    }
    return text.replace(/\0+$/, '');
  });
}

/** From column-major ("fortran_order") to row-major. */
function rowMajor<T extends NumberValues>(values: T, shape: readonly number[]): T {
  const out = values.slice() as T;
  const strides = shape.map((_, axis) => sizeOf(shape.slice(0, axis)));
  for (let i = 0; i < out.length; i++) {
    let rest = i;
    let from = 0;
    for (let axis = shape.length - 1; axis >= 0; axis--) {
      from += (rest % shape[axis]!) * strides[axis]!;
      rest = Math.floor(rest / shape[axis]!);
    }
    out[i] = values[from]!;
  }
  return out;
}

/** Writes one array, as numpy.load reads it: version 1, little-endian, row-major; texts as UTF-32. */
export function writeNpy(tensor: Tensor): Uint8Array<ArrayBuffer> {
  const { shape } = tensor;
  const { descr, data } = tensor.kind === 'numbers' ? plain(tensor.values) : utf32(tensor.texts);
  const tuple = `(${shape.join(', ')}${shape.length === 1 ? ',' : ''})`;
  const literal = `{'descr': '${descr}', 'fortran_order': False, 'shape': ${tuple}, }`;
  // Spaces and a line's end, so that the values begin at a multiple of 64.
  const head = 64 * Math.ceil((10 + literal.length + 1) / 64);
  const text = `${mark}\x01\x00${String.fromCharCode((head - 10) & 255, (head - 10) >> 8)}${literal.padEnd(head - 11)}\n`;
  const bytes = new Uint8Array(head + data.length);
  bytes.set(Array.from(text, (character) => character.charCodeAt(0)));
  bytes.set(data, head);
  return bytes;
}

function plain(values: NumberValues): { readonly descr: string; readonly data: Uint8Array } {
  const type = (Object.keys(numberTypes) as NumberType[]).find((one) => values instanceof numberTypes[one])!;
  return { descr: descrs[type], data: new Uint8Array(values.buffer, values.byteOffset, values.byteLength) };
}

function utf32(texts: readonly string[]): { readonly descr: string; readonly data: Uint8Array } {
  const points = texts.map((text) => Array.from(text, (character) => character.codePointAt(0)!));
  const longest = Math.max(1, ...points.map(({ length }) => length));
  const words = new Uint32Array(texts.length * longest);
  points.forEach((one, i) => words.set(one, i * longest));
  return { descr: `<U${longest}`, data: new Uint8Array(words.buffer) };
}
