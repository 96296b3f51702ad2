import { Unzlib } from 'fflate';
import { ImageError } from './errors.ts';
import { textAt } from './sniff.ts';

/** Samples a pixel by colour type. */
const samples: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

/** Adam7's passes: the first column and row, and the steps between columns and rows (PNG specification, 8.2). */
const adam7 = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const;

/** Deflate packs at most a thousand bytes into one: what a piece unpacks to stays below 4.3 MB. */
const PIECE = 2 ** 12;

/**
 * Unpacks the picture's data piece by piece, keeping nothing, and refuses what unpacks to more than the header's pixels take: half a megabyte may
 * hold 600. Damage is left for the decoder to find.
 * @param bytes a PNG of whole chunks
 * @throws ImageError
 */
export function checkUnpackedSize(bytes: Uint8Array): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const refused = (problem: string) => new ImageError('broken', { format: 'PNG', problem });
  let most = -1;
  let unpacked = 0;
  const inflator = new Unzlib((piece) => (unpacked += piece.length));
  for (let at = 8; at < bytes.length; at += 12 + view.getUint32(at)) {
    const type = textAt(bytes, at + 4, 4);
    if ((type === 'IHDR') !== (at === 8)) throw refused('its header does not stand first, and once');
    if (at === 8) most = unpackedSize(view);
    if (type !== 'IDAT') continue;
    const end = at + 8 + view.getUint32(at);
    for (let from = at + 8; from < end; from += PIECE) {
      try {
        inflator.push(bytes.subarray(from, Math.min(from + PIECE, end)));
      } catch {
        return;
      }
      if (unpacked > most) throw refused('it holds more data than its pixels take');
    }
  }
}

/** Bytes that the pixels take, one more a row for its filter, by the header at byte 8. */
function unpackedSize(view: DataView): number {
  const [width, height] = [view.getUint32(16), view.getUint32(20)];
  const bits = view.getUint8(24) * (samples[view.getUint8(25)] ?? 0);
  const of = (columns: number, rows: number) => (columns > 0 ? rows * (Math.ceil((columns * bits) / 8) + 1) : 0);
  if (view.getUint8(28) === 0) return of(width, height);
  return adam7.reduce(
    (sum, [x, y, right, down]) => sum + of(Math.ceil((width - x) / right), Math.ceil((height - y) / down)),
    0,
  );
}
