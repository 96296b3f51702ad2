import { NetFileError } from './errors.ts';
import { gunzipped } from './gzip.ts';
import { checkBytes } from './limits.ts';

/** An array of bytes as MNIST's files hold them. */
export interface Idx {
  readonly shape: readonly number[];
  /** Row-major. */
  readonly values: Uint8Array;
}

const UINT8 = 8;

/**
 * Reads an IDX file of bytes, gzipped or not: two zeros, the type (8: uint8), the number of axes, their lengths (big-endian), the values.
 * @param axes how many there must be: 3 for images, 1 for labels
 * @param what for the error: `images`
 * @throws NetFileError
 */
export function readIdx(file: Uint8Array, axes: number, what: string): Idx {
  const where = { part: what };
  if (file.length === 0) throw new NetFileError('empty', where);
  const bytes = gunzipped(file);
  const [a, b, type, count] = bytes;
  if (bytes.length < 4 || a !== 0 || b !== 0) {
    const found = Array.from(bytes.subarray(0, 4), (byte) => byte.toString(16).padStart(2, '0')).join(' ');
    throw new NetFileError('not-idx', where, { found });
  }
  if (type !== UINT8 || count !== axes) {
    throw new NetFileError('idx-kind', where, { what, axes, found: `type ${type}, ${count} axes` });
  }
  const head = 4 + 4 * axes;
  if (bytes.length < head) throw new NetFileError('cut-off', where, { expected: head, found: bytes.length });
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  const shape = Array.from({ length: axes }, (_, i) => view.getUint32(4 + 4 * i));
  const expected = shape.reduce((product, length) => product * length, 1);
  checkBytes(what, expected);
  if (bytes.length - head !== expected) {
    throw new NetFileError('cut-off', where, { expected, found: bytes.length - head });
  }
  return { shape, values: bytes.subarray(head) };
}
