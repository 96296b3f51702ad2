import type { WireType } from '../columns.ts';
import { CloudError } from '../errors.ts';
import { checkCount } from '../limits.ts';
import { linesOf, nextLine } from '../text/lines.ts';
import { textOf } from '../text/number.ts';
import type { NumberType } from '../../numberTypes.ts';

/** Both spellings of the format's types: the paper's (Turk 1994) and the sized ones. */
const plyTypes = new Map<string, NumberType>(
  Object.entries({
    char: 'int8',
    int8: 'int8',
    uchar: 'uint8',
    uint8: 'uint8',
    short: 'int16',
    int16: 'int16',
    ushort: 'uint16',
    uint16: 'uint16',
    int: 'int32',
    int32: 'int32',
    uint: 'uint32',
    uint32: 'uint32',
    float: 'float32',
    float32: 'float32',
    double: 'float64',
    float64: 'float64',
  } as const),
);

export interface PlyProperty {
  readonly name: string;
  /** A scalar's type, or that of a list's items. */
  readonly type: WireType;
  /** The type of a list's length; null for a scalar. */
  readonly lengthType: WireType | null;
}

export interface PlyElement {
  readonly name: string;
  readonly count: number;
  readonly properties: readonly PlyProperty[];
}

export interface PlyHeader {
  readonly format: 'ascii' | 'binary_little_endian' | 'binary_big_endian';
  readonly elements: readonly PlyElement[];
  /** The byte and the line after the header. */
  readonly body: number;
  readonly line: number;
}

const formats = ['ascii', 'binary_little_endian', 'binary_big_endian'] as const;
const MAX_LINES = 10_000;
const MAX_LENGTH = 2_000;

export function readPlyHeader(bytes: Uint8Array): PlyHeader {
  const lines = linesOf(bytes);
  const elements: { name: string; count: number; properties: PlyProperty[] }[] = [];
  let format: PlyHeader['format'] | undefined;
  const fail = (problem: string): never => {
    throw new CloudError('header', { line: lines.line }, { problem });
  };
  const typeOf = (type: string | undefined): WireType => {
    const found = plyTypes.get(type ?? '');
    if (!found) {
      const known = 'char, uchar, short, ushort, int, uint, float, double';
      throw new CloudError('unknown-type', { line: lines.line }, { type: type ?? '', known });
    }
    return found;
  };
  while (lines.line < MAX_LINES && nextLine(lines)) {
    if (lines.end - lines.start > MAX_LENGTH) fail('has a line without an end');
    const words = textOf(bytes, lines.start, lines.end).split(/\s+/);
    const [keyword = '', first = '', second = ''] = words;
    const element = elements.at(-1);
    if (lines.line === 1) {
      if (keyword !== 'ply' || words.length !== 1) fail('does not begin with "ply"');
    } else if (keyword === 'format') {
      format = formats.find((known) => known === first);
      if (!format || second !== '1.0' || words.length !== 3) fail(`names the unknown format "${first} ${second}"`);
    } else if (keyword === 'element') {
      if (!/^\d+$/.test(second) || words.length !== 3) fail(`gives "${second}" as the number of ${first}`);
      if (elements.some(({ name }) => name === first)) fail(`declares the element ${first} twice`);
      checkCount(Number(second), `elements "${first}"`);
      elements.push({ name: first, count: Number(second), properties: [] });
    } else if (keyword === 'property') {
      const list = first === 'list';
      const [name, ...more] = words.slice(list ? 4 : 2);
      if (!element || !name || more.length > 0) return fail('has a property that cannot be read');
      if (element.properties.some((known) => known.name === name)) {
        throw new CloudError('duplicate-field', { line: lines.line }, { name });
      }
      const lengthType = list ? typeOf(second) : null;
      if (lengthType === 'float32' || lengthType === 'float64') fail('has a list whose length is no integer');
      element.properties.push({ name, type: typeOf(list ? words[3] : first), lengthType });
    } else if (keyword === 'end_header') {
      if (!format) return fail('names no format');
      return { format, elements, body: lines.next, line: lines.line };
    } else if (keyword !== 'comment' && keyword !== 'obj_info' && keyword !== '') {
      fail(`has the unknown line "${keyword.slice(0, 40)}"`);
    }
  }
  return fail('has no end ("end_header" is missing)');
}
