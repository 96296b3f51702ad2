import { createField, fillColumn, heldAs, sizeOf } from '../columns.ts';
import { CloudError } from '../errors.ts';
import { limits } from '../limits.ts';
import { linesOf } from '../text/lines.ts';
import { expectEnd, readRows } from '../text/rows.ts';
import type { Field, Notice, Reading } from '../types.ts';
import { readPcdHeader } from './header.ts';
import type { PcdField, PcdHeader } from './header.ts';
import { decompressLzf } from './lzf.ts';
import { unpackColours } from './rgb.ts';

const SLICE = 1 << 16;
/** LZF's best: three bytes stand for 264. */
const MOST_COMPRESSION = 88;

const bytesOf = ({ type, count }: PcdField): number => sizeOf(type) * count;

/** One column a value: a field of several is "name_0", "name_1", …; padding has none. */
function makeColumns({ fields, points, data }: PcdHeader): (Field | null)[] {
  const seen = new Set<string>();
  const values = fields.reduce((sum, { count }) => sum + count, 0);
  if (values * points > 64 * limits.points) {
    throw new CloudError('too-many', null, { count: values * points, what: 'values', limit: 64 * limits.points });
  }
  return fields.flatMap(({ name, type, count }) =>
    Array.from({ length: count }, (_, i) => {
      if (name === '_') return null;
      const own = count === 1 ? name : `${name}_${i}`;
      if (seen.has(own)) throw new CloudError('duplicate-field', null, { name: own });
      seen.add(own);
      return createField(own, data === 'ascii' && /^[xyz]$/.test(own) ? 'float64' : heldAs(type), points);
    }),
  );
}

/** `stride` null: all values of the first field, then all of the second … (what is compressed). */
function* fill(
  bytes: Uint8Array,
  at: number,
  stride: number | null,
  header: PcdHeader,
  columns: readonly (Field | null)[],
): Generator<number, void, void> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { fields, points } = header;
  for (let from = 0; from < points; from += SLICE) {
    const to = Math.min(points, from + SLICE);
    let column = 0;
    let start = at;
    for (const field of fields) {
      const size = sizeOf(field.type);
      for (let i = 0; i < field.count; i++, column++) {
        const layout = {
          type: field.type,
          offset: start + i * size,
          stride: stride ?? field.count * size,
          little: true,
        };
        const target = columns[column];
        if (target) fillColumn(target.values, view, layout, from, to);
      }
      start += field.count * size * (stride === null ? points : 1);
    }
    yield to / points;
  }
}

/** PCD, its three kinds of data. Little endian: the format does not say, and PCL writes what its machine has. */
export function* readPcd(bytes: Uint8Array): Reading {
  const header = readPcdHeader(bytes);
  const { fields, points, data, body } = header;
  const promised = `${points} points`;
  const rowBytes = fields.reduce((sum, field) => sum + bytesOf(field), 0);
  const rest = bytes.length - body;
  const tooShort = () => new CloudError('too-short', { byte: bytes.length }, { promised });
  const surplus = (byte: number) => new CloudError('surplus', { byte }, { promised });
  let columns: (Field | null)[];
  if (data === 'ascii') {
    const perRow = 2 * fields.reduce((sum, { count }) => sum + count, 0);
    if (points * perRow > rest + 1) throw tooShort();
    columns = makeColumns(header);
    const lines = linesOf(bytes, body, header.line);
    yield* readRows(lines, points, columns, promised);
    expectEnd(lines, promised);
  } else if (data === 'binary') {
    if (points * rowBytes > rest) throw tooShort();
    const end = body + points * rowBytes;
    // PCL maps files in whole pages and may leave zeros behind the points.
    if (bytes.subarray(end).some((byte) => byte !== 0 && byte !== 10)) throw surplus(end);
    columns = makeColumns(header);
    yield* fill(bytes, body, rowBytes, header, columns);
  } else {
    if (rest < 8) throw tooShort();
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const [packed, size] = [view.getUint32(body, true), view.getUint32(body + 4, true)];
    if (size !== points * rowBytes) {
      const problem = `promises ${points * rowBytes} bytes of points, and the compressed data ${size}`;
      throw new CloudError('header', { byte: body + 4 }, { problem });
    }
    if (packed > rest - 8 || size > packed * MOST_COMPRESSION) throw tooShort();
    const end = body + 8 + packed;
    if (bytes.subarray(end).some((byte) => byte !== 0 && byte !== 10)) throw surplus(end);
    const input = bytes.subarray(body + 8, end);
    const unpacked = yield* decompressLzf(input, size, body + 8);
    columns = makeColumns(header);
    yield* fill(unpacked, 0, null, header, columns);
  }
  const wide = fields.filter(({ type }) => type === 'int64' || type === 'uint64').flatMap(({ name }) => name);
  const rounded = columns.filter(
    (one) => one !== null && wide.includes(one.name) && !one.values.every(Number.isSafeInteger),
  );
  const notices = rounded.map((one): Notice => ({ id: 'wide-integers', values: { name: one?.name ?? '' } }));
  const kept = columns.filter((one) => one !== null);
  return { fields: unpackColours(kept, fields), rows: points, triangles: null, notices };
}
