import { inflateSync } from 'fflate';
import { crc32 } from '../../math/crc32.ts';
import { NetFileError } from './errors.ts';
import { checkBytes } from './limits.ts';

/* PKWARE's APPNOTE 6.3: the directory stands at the end, and says of each file where it lies, how long it is and its CRC-32. */

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
const END_LENGTH = 22;
const LONGEST_COMMENT = 65_535;
/** "See the zip64 field": only where a file or the archive is over 4 GB. */
const ELSEWHERE = 0xffffffff;

interface Entry {
  readonly name: string;
  readonly flags: number;
  readonly method: number;
  readonly checksum: number;
  readonly packed: number;
  readonly unpacked: number;
  readonly at: number;
}

/**
 * The files of a zip archive, stored or deflated, unpacked and held to their checksums, in the directory's order. fflate's own reader looks at no checksum: a
 * damaged array would come out as other numbers.
 * @throws NetFileError
 */
export function unzipped(bytes: Uint8Array): ReadonlyMap<string, Uint8Array> {
  const entries = directoryOf(bytes);
  const total = entries.reduce((sum, { unpacked }) => sum + unpacked, 0);
  checkBytes('What is packed there', total);
  const files = new Map<string, Uint8Array>();
  for (const entry of entries) {
    if (files.has(entry.name)) throw new NetFileError('twice', null, { name: entry.name });
    files.set(entry.name, unpack(bytes, entry));
  }
  return files;
}

function directoryOf(bytes: Uint8Array): Entry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = bytes.length - END_LENGTH;
  const least = Math.max(0, end - LONGEST_COMMENT);
  while (end >= least && view.getUint32(end, true) !== END) end--;
  if (end < least) throw new NetFileError('not-zip');
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  if (count === 0xffff || at === ELSEWHERE) checkBytes('The archive', Infinity);
  const entries: Entry[] = [];
  for (let i = 0; i < count; i++) {
    if (at + 46 > end || view.getUint32(at, true) !== ENTRY) throw new NetFileError('not-zip');
    const nameLength = view.getUint16(at + 28, true);
    entries.push({
      name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)),
      flags: view.getUint16(at + 8, true),
      method: view.getUint16(at + 10, true),
      checksum: view.getUint32(at + 16, true),
      packed: view.getUint32(at + 20, true),
      unpacked: view.getUint32(at + 24, true),
      at: view.getUint32(at + 42, true),
    });
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

function unpack(bytes: Uint8Array, { name, flags, method, checksum, packed, unpacked, at }: Entry): Uint8Array {
  const where = { part: name };
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (flags & 1) throw new NetFileError('zip-feature', where, { feature: 'encrypted' });
  if (method !== 0 && method !== 8) {
    throw new NetFileError('zip-feature', where, { feature: `packed by method ${method}` });
  }
  if (at + 30 > bytes.length || view.getUint32(at, true) !== LOCAL) throw new NetFileError('compressed', where);
  const from = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
  if (from + packed > bytes.length) {
    throw new NetFileError('cut-off', where, { expected: packed, found: Math.max(0, bytes.length - from) });
  }
  const data = bytes.subarray(from, from + packed);
  const content = method === 0 ? data : inflated(data, unpacked, name);
  if (content.length !== unpacked || crc32(content) !== checksum) throw new NetFileError('checksum', where);
  return content;
}

function inflated(data: Uint8Array, length: number, name: string): Uint8Array {
  try {
    // A stream that is longer than promised is cut there, and then its checksum is wrong.
    return inflateSync(data, { out: new Uint8Array(length) });
  } catch {
    throw new NetFileError('compressed', { part: name });
  }
}
