import { CloudError } from './errors.ts';
import { refuseForeign } from './foreign.ts';
import { formats } from './formats.ts';
import type { FormatId } from './types.ts';
import { isBinaryStl } from './stl.ts';

const HEAD = 4096;

const known = (): string => [...new Set(Object.values(formats).map(({ label }) => label))].join(', ');

/** The first lines as Latin-1, so that every byte is a character. */
const headOf = (bytes: Uint8Array): string => {
  let text = '';
  for (const byte of bytes.subarray(0, HEAD)) text += String.fromCharCode(byte);
  return text;
};

/** Drops a UTF-8 byte order mark; refuses UTF-16, in which Excel writes "Unicode text". */
export function withoutMark(bytes: Uint8Array): Uint8Array {
  const [a, b, c] = bytes;
  if ((a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff))
    throw new CloudError('encoding', null, { encoding: 'UTF-16' });
  return a === 0xef && b === 0xbb && c === 0xbf ? bytes.subarray(3) : bytes;
}

/** What a file is by its content. Its name may lie: it decides only where the content is none of all (a mesh cut off, say). */
export function sniff(bytes: Uint8Array, said: FormatId | undefined): FormatId {
  const head = headOf(bytes);
  if (/^ply\s/.test(head)) return 'ply';
  const stl = isBinaryStl(bytes);
  if (!stl) refuseForeign(head);
  if (stl) return 'stl-binary';
  // Each character fits one way only: where two would do, forty blank or comment lines would mean 2⁴⁰ ways.
  if (/^(#[^\r\n]*[\r\n]|\s)*(VERSION|FIELDS|COLUMNS)\s/.test(head) || /^# ?\.PCD/.test(head)) return 'pcd';
  if (/^\s*solid\b/i.test(head) && !head.includes('\0')) return 'stl';
  if (/^\s*$/.test(head) && bytes.length <= HEAD) throw new CloudError('empty');
  if (/(^|[\r\n])\s*(v|f)\s+[-+.\d]/.test(head) && /^[\s#]*[a-z#]/i.test(head)) return 'obj';
  // eslint-disable-next-line no-control-regex -- bytes that no text has
  const control = head.search(/[\0-\x08\x0e-\x1f]/);
  if (control >= 0 && said === 'stl') return 'stl-binary';
  if (control >= 0) throw new CloudError('unknown-format', { byte: control }, { known: known() });
  return said === 'obj' && /^\s*[a-z#]/i.test(head) ? 'obj' : 'text';
}

/** The format that a file's name says; undefined where it says none that is known. */
export function saidBy(name: string): FormatId | undefined {
  const extension = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
  const ids = Object.keys(formats) as FormatId[];
  return ids.find((id) => (formats[id].extensions as readonly string[]).includes(extension));
}
