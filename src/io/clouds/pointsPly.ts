import type { Points } from '../../clouds/types.ts';

/** Further numbers of every point, side by side in the file after its place. */
export interface PlyColumns {
  readonly names: readonly string[];
  readonly type: 'float' | 'uchar';
  /** As many a point as there are names. */
  readonly values: ArrayLike<number>;
}

const sizes = { float: 4, double: 8, uchar: 1 } as const;

/**
 * Points as a binary little-endian PLY. `float` (4 bytes) is far finer than what single-image reconstruction is good to; `double` where a
 * file must give the very same figures as the points themselves.
 */
export function pointsPly(
  points: Points,
  type: 'float' | 'double' = 'float',
  more: readonly PlyColumns[] = [],
): Uint8Array {
  const count = points.length / 3;
  const columns = [{ names: ['x', 'y', 'z'], type, values: points }, ...more];
  const header = [
    'ply',
    'format binary_little_endian 1.0',
    `element vertex ${count}`,
    ...columns.flatMap(({ names, type: of }) => names.map((name) => `property ${of} ${name}`)),
    'end_header\n',
  ].join('\n');
  const head = new TextEncoder().encode(header);
  const row = columns.reduce((sum, { names, type: of }) => sum + names.length * sizes[of], 0);
  const bytes = new Uint8Array(head.length + row * count);
  bytes.set(head);
  const view = new DataView(bytes.buffer);
  let at = head.length;
  for (let i = 0; i < count; i++) {
    for (const { names, type: of, values } of columns) {
      for (let k = 0; k < names.length; k++, at += sizes[of]) {
        const value = values[names.length * i + k]!;
        if (of === 'float') view.setFloat32(at, value, true);
        else if (of === 'double') view.setFloat64(at, value, true);
        else view.setUint8(at, value);
      }
    }
  }
  return bytes;
}
