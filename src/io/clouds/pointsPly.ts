import type { Points } from '../../clouds/types.ts';

/**
 * Points as a binary little-endian PLY. `float` (4 bytes) is far finer than what single-image reconstruction is good to; `double` where a
 * file must give the very same figures as the points themselves.
 */
export function pointsPly(points: Points, type: 'float' | 'double' = 'float'): Uint8Array {
  const count = points.length / 3;
  const header = [
    'ply',
    'format binary_little_endian 1.0',
    `element vertex ${count}`,
    ...['x', 'y', 'z'].map((name) => `property ${type} ${name}`),
    'end_header\n',
  ].join('\n');
  const head = new TextEncoder().encode(header);
  const size = type === 'float' ? 4 : 8;
  const bytes = new Uint8Array(head.length + size * points.length);
  bytes.set(head);
  const view = new DataView(bytes.buffer);
  points.forEach((value, i) => {
    const at = head.length + size * i;
    if (type === 'float') view.setFloat32(at, value, true);
    else view.setFloat64(at, value, true);
  });
  return bytes;
}
