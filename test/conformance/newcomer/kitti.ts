import { createField, fillColumn } from '../../../src/io/clouds/columns.ts';
import { CloudError } from '../../../src/io/clouds/errors.ts';
import { checkCount } from '../../../src/io/clouds/limits.ts';
import type { Reading } from '../../../src/io/clouds/types.ts';

const SLICE = 1 << 16;

/** KITTI's scans: x, y, z and reflectance as float32, little endian, and nothing else. */
export function* readKitti(bytes: Uint8Array): Reading {
  const rows = bytes.length / 16;
  if (!Number.isInteger(rows)) throw new CloudError('cut-off', { byte: bytes.length }, { within: 'a point' });
  checkCount(rows, 'points');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const fields = ['x', 'y', 'z', 'intensity'].map((name) => createField(name, 'float32', rows));
  for (let from = 0; from < rows; from += SLICE) {
    const to = Math.min(rows, from + SLICE);
    fields.forEach(({ values }, k) =>
      fillColumn(values, view, { type: 'float32', offset: 4 * k, stride: 16, little: true }, from, to),
    );
    yield to / rows;
  }
  return { fields, rows, triangles: null, notices: [] };
}
