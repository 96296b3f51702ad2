import { ImageError } from './errors.ts';
import { textAt } from './sniff.ts';

/** What makes the picture. Colour profiles, texts and animation frames are left out unread: a profile alone may unpack to gigabytes. */
const kept = new Set(['IHDR', 'PLTE', 'tRNS', 'IDAT', 'IEND']);

/** The file with these chunks alone. Throws ImageError where it ends too early. */
export function essential(bytes: Uint8Array): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const out = new Uint8Array(bytes.length);
  out.set(bytes.subarray(0, 8));
  let length = 8;
  for (let at = 8; ;) {
    const next = at + 8 <= bytes.length ? at + 12 + view.getUint32(at) : Infinity;
    if (next > bytes.length) throw new ImageError('broken', { format: 'PNG', problem: 'it ends too early' });
    const type = textAt(bytes, at + 4, 4);
    if (kept.has(type)) {
      out.set(bytes.subarray(at, next), length);
      length += next - at;
    }
    if (type === 'IEND') return out.subarray(0, length);
    at = next;
  }
}
