import { ImageError } from './errors.ts';
import { limits } from './limits.ts';
import { sniff, textAt } from './sniff.ts';
import type { ImageFormat, ImageHeader } from './types.ts';

type Facts = Omit<ImageHeader, 'format'>;

const cutOff = (format: ImageFormat): ImageError => new ImageError('broken', { format: format.toUpperCase(), problem: 'it ends within its header' }); // prettier-ignore

/**
 * What the header says, nothing decoded: a file that promises 40,000 × 40,000 pixels is refused before anybody makes room for them.
 * @throws ImageError
 */
export function readHeader(bytes: Uint8Array, mostPixels: number = limits.pixels): ImageHeader {
  if (bytes.length > limits.bytes) throw new ImageError('too-large', { bytes: bytes.length, limit: limits.bytes });
  const format = sniff(bytes);
  const read = readers[format];
  if (!read) throw refused(format);
  let facts: Facts;
  try {
    facts = read(bytes, new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  } catch (error) {
    // A DataView ends where the file ends.
    if (error instanceof RangeError) throw cutOff(format);
    throw error;
  }
  const { width, height } = facts;
  if (!(width > 0 && height > 0)) throw new ImageError('no-size');
  if (width * height > mostPixels) {
    throw new ImageError('huge', { width, height, limit: `${mostPixels / 1e6} million` });
  }
  if (Math.max(width, height) > limits.edge) throw new ImageError('too-long', { width, height, limit: limits.edge });
  return { format, ...facts };
}

function refused(format: ImageFormat): ImageError {
  if (format === 'svg') return new ImageError('svg');
  return new ImageError('other-format', { format: format.toUpperCase(), remedy: 'PNG, JPEG or WebP' });
}

const readers: Readonly<Partial<Record<ImageFormat, (bytes: Uint8Array, view: DataView) => Facts>>> = {
  png(bytes, view) {
    // 'acTL' must stand before the first 'IDAT'; chunk by chunk from byte 8.
    const size = { width: view.getUint32(16), height: view.getUint32(20) };
    for (let at = 8; at + 8 <= bytes.length; at += 12 + view.getUint32(at)) {
      const type = textAt(bytes, at + 4, 4);
      if (type === 'acTL') return { ...size, animated: view.getUint32(at + 8) > 1 };
      if (type === 'IDAT') break;
    }
    return { ...size, animated: false };
  },

  gif(bytes, view) {
    const size = { width: view.getUint16(6, true), height: view.getUint16(8, true) };
    return { ...size, animated: gifFrames(bytes) > 1 };
  },

  jpeg(bytes, view) {
    for (let at = 2; ;) {
      while (view.getUint8(at) !== 0xff) at++;
      while (view.getUint8(at) === 0xff) at++;
      const marker = view.getUint8(at);
      // SOF0 … SOF15 without DHT, JPG and DAC.
      if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) {
        return { height: view.getUint16(at + 4), width: view.getUint16(at + 6), animated: false };
      }
      const bare = marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8);
      at += bare ? 1 : 1 + view.getUint16(at + 1);
      if (at > bytes.length) throw cutOff('jpeg');
    }
  },

  webp(bytes, view) {
    const kind = textAt(bytes, 12, 4);
    if (kind === 'VP8X') {
      const size = (at: number) => 1 + view.getUint16(at, true) + (view.getUint8(at + 2) << 16);
      return { width: size(24), height: size(27), animated: (view.getUint8(20) & 2) !== 0 };
    }
    if (kind === 'VP8L') {
      const packed = view.getUint32(21, true);
      return { width: 1 + (packed & 0x3fff), height: 1 + ((packed >>> 14) & 0x3fff), animated: false };
    }
    return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff, animated: false };
  },

  avif(bytes, view) {
    // The largest 'ispe' (image spatial extents) among the properties: that of the grid where the picture is one.
    const head = textAt(bytes, 0, 65_536);
    let [width, height] = [0, 0];
    for (let at = head.indexOf('ispe'); at >= 0; at = head.indexOf('ispe', at + 4)) {
      const [w, h] = [view.getUint32(at + 8), view.getUint32(at + 12)];
      if (w * h > width * height) [width, height] = [w, h];
    }
    return { width, height, animated: head.slice(8, 12) === 'avis' };
  },

  bmp: (_, view) => ({
    width: Math.abs(view.getInt32(18, true)),
    height: Math.abs(view.getInt32(22, true)),
    animated: false,
  }),
};

/** Frames of a GIF, two at most: block by block, no data looked at. */
function gifFrames(bytes: Uint8Array): number {
  const tableAfter = (flags: number) => ((flags & 0x80) === 0 ? 0 : 3 * 2 ** ((flags & 7) + 1));
  let at = 13 + tableAfter(bytes[10] ?? 0);
  let frames = 0;
  while (at < bytes.length && frames < 2) {
    const block = bytes[at];
    if (block === 0x2c) {
      frames++;
      at += 11 + tableAfter(bytes[at + 9] ?? 0);
    } else if (block === 0x21) at += 2;
    else break;
    while ((bytes[at] ?? 0) !== 0) at += 1 + bytes[at]!;
    at++;
  }
  return frames;
}
