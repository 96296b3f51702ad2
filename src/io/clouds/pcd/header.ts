import type { WireType } from '../columns.ts';
import { CloudError } from '../errors.ts';
import { checkCount } from '../limits.ts';
import { linesOf, nextLine } from '../text/lines.ts';
import { textOf } from '../text/number.ts';

const types = new Map<string, WireType>(
  Object.entries({
    I1: 'int8',
    I2: 'int16',
    I4: 'int32',
    I8: 'int64',
    U1: 'uint8',
    U2: 'uint16',
    U4: 'uint32',
    U8: 'uint64',
    F4: 'float32',
    F8: 'float64',
  } as const),
);

/** One entry of FIELDS; `count` values a point lie side by side. The name "_" is padding. */
export interface PcdField {
  readonly name: string;
  readonly type: WireType;
  readonly count: number;
}

export interface PcdHeader {
  readonly fields: readonly PcdField[];
  readonly points: number;
  readonly data: 'ascii' | 'binary' | 'binary_compressed';
  /** The byte and the line after the header. */
  readonly body: number;
  readonly line: number;
}

const encodings = ['ascii', 'binary', 'binary_compressed'] as const;
const keywords = ['VERSION', 'FIELDS', 'COLUMNS', 'SIZE', 'TYPE', 'COUNT', 'WIDTH', 'HEIGHT', 'VIEWPOINT', 'POINTS'];
const MAX_LENGTH = 20_000;

/** PCD 0.5 to 0.7 (Point Cloud Library). The viewpoint is where the sensor stood and moves nothing. */
export function readPcdHeader(bytes: Uint8Array): PcdHeader {
  const lines = linesOf(bytes);
  const entries = new Map<string, readonly string[]>();
  const fail = (problem: string): never => {
    throw new CloudError('header', { line: lines.line }, { problem });
  };
  const integer = (keyword: string, text: string | undefined): number => {
    if (!/^\d+$/.test(text ?? '')) fail(`gives "${text ?? ''}" as ${keyword}`);
    return Number(text);
  };
  while (nextLine(lines)) {
    if (lines.end - lines.start > MAX_LENGTH) fail('has a line without an end');
    const text = textOf(bytes, lines.start, lines.end);
    if (text === '' || text.startsWith('#')) continue;
    const [keyword = '', ...values] = longText(bytes, lines.start, lines.end).split(/\s+/);
    if (entries.has(keyword)) fail(`has two lines ${keyword}`);
    if (keyword === 'DATA') {
      const data = encodings.find((known) => known === values[0]);
      if (!data || values.length !== 1) return fail(`names the unknown data "${values.join(' ')}"`);
      const { fields, points } = describe();
      const exact = data === 'ascii' ? fields : fields.map(asBits);
      return { fields: exact, points, data, body: lines.next, line: lines.line };
    }
    if (!keywords.includes(keyword)) fail(`has the unknown line "${keyword.slice(0, 40)}"`);
    entries.set(keyword, values);
  }
  return fail('has no end (DATA is missing)');

  function describe(): { fields: PcdField[]; points: number } {
    const names = entries.get('FIELDS') ?? entries.get('COLUMNS') ?? fail('names no FIELDS');
    const column = (keyword: string, fallback?: string): readonly string[] => {
      const values =
        entries.get(keyword) ?? (fallback === undefined ? fail(`has no ${keyword}`) : names.map(() => fallback));
      if (values.length !== names.length) fail(`names ${names.length} FIELDS and ${values.length} ${keyword}`);
      return values;
    };
    const [sizes, letters, counts] = [column('SIZE'), column('TYPE'), column('COUNT', '1')];
    const fields = names.map((name, i): PcdField => {
      const type = types.get(`${letters[i]}${sizes[i]}`);
      if (!type) {
        const known = [...types.keys()].join(', ');
        throw new CloudError('unknown-type', { line: lines.line }, { type: `${letters[i]}${sizes[i]}`, known });
      }
      return { name, type, count: integer('COUNT', counts[i]) };
    });
    const width = entries.get('WIDTH');
    const area = width ? integer('WIDTH', width[0]) * integer('HEIGHT', entries.get('HEIGHT')?.[0] ?? '1') : null;
    const points = entries.has('POINTS')
      ? integer('POINTS', entries.get('POINTS')?.[0])
      : (area ?? fail('has no POINTS'));
    if (area !== null && area !== points) fail(`promises ${points} POINTS, and WIDTH × HEIGHT are ${area}`);
    checkCount(points, 'points');
    return { fields, points };
  }
}

/** A packed colour that is declared as float is read as the bits that it is: as a float, some would be NaN and lose them. */
const asBits = (field: PcdField): PcdField =>
  /^rgba?$/.test(field.name) && field.type === 'float32' ? { ...field, type: 'uint32' } : field;

/** A FIELDS line may be longer than what is shown in a message. */
const longText = (bytes: Uint8Array, from: number, to: number): string =>
  new TextDecoder('utf-8').decode(bytes.subarray(from, to));
