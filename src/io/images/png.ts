import { decode, encode, type DecodedPng } from 'fast-png';
import type { RgbaImage } from '../../reconstruction/cutout/types.ts';
import { ImageError } from './errors.ts';
import { essential } from './pngChunks.ts';
import { checkUnpackedSize } from './pngSize.ts';

const INTERLACE_AT = 28;
const DEPTH_AT = 24;

/**
 * Every kind of PNG (gray, colour, palette, with and without alpha, 1 … 16 bits, interlaced from 8 bits on) as red, green, blue and straight alpha of 8 bits.
 * @param bytes whose header has been read and found fit
 * @throws ImageError
 */
export function decodePng(bytes: Uint8Array): RgbaImage {
  const chunks = essential(bytes);
  // fast-png takes an interlaced pixel of less than a byte for a byte.
  if (bytes[INTERLACE_AT] === 1 && bytes[DEPTH_AT]! < 8)
    throw new ImageError('interlaced', { depth: bytes[DEPTH_AT]! });
  checkUnpackedSize(chunks);
  let png: DecodedPng;
  try {
    png = decode(chunks, { checkCrc: true });
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    throw new ImageError('broken', {
      format: 'PNG',
      problem: said.charAt(0).toLowerCase() + said.slice(1).replace(/[.:]$/, ''),
    });
  }
  const { width, height } = png;
  const data = new Uint8ClampedArray(4 * width * height);
  const colourAt = colours(png);
  for (let y = 0, at = 0; y < height; y++) for (let x = 0; x < width; x++, at += 4) colourAt(x, y, data, at);
  return { data, width, height };
}

/** Gray with straight alpha, 8 bits each: `valueAt` of each pixel is written once. */
export function encodeGrayAlpha(gray: Uint8Array, alpha: Uint8Array, width: number): Uint8Array {
  const data = new Uint8Array(2 * gray.length);
  for (let i = 0; i < gray.length; i++) {
    data[2 * i] = gray[i]!;
    data[2 * i + 1] = alpha[i]!;
  }
  return encode({ width, height: gray.length / width, data, channels: 2, depth: 8 }, { zlib: { level: 9 } });
}

/** Red, green, blue and an alpha that is left out, 8 bits each. */
export function encodeOpaque(rgba: ArrayLike<number>, width: number): Uint8Array {
  const pixels = rgba.length / 4;
  const data = new Uint8Array(3 * pixels);
  for (let i = 0; i < pixels; i++) for (let c = 0; c < 3; c++) data[3 * i + c] = rgba[4 * i + c]!;
  return encode({ width, height: pixels / width, data, channels: 3, depth: 8 });
}

type ColourAt = (x: number, y: number, out: Uint8ClampedArray, at: number) => void;

function colours({ data, width, depth, channels, palette, transparency }: DecodedPng): ColourAt {
  // Less than 8 bits: pixels are packed, the first in the highest bits, each row from a byte of its own.
  const rowBytes = Math.ceil((width * depth * channels) / 8);
  const packed = (x: number, y: number) => {
    const bit = x * depth;
    return (data[y * rowBytes + (bit >> 3)]! >> (8 - depth - (bit & 7))) & ((1 << depth) - 1);
  };
  const raw = (x: number, y: number, channel: number) =>
    depth < 8 ? packed(x, y) : data[(y * width + x) * channels + channel]!;
  if (palette && channels === 1) {
    return (x, y, out, at) => {
      const entry = palette[raw(x, y, 0)];
      if (!entry) throw new ImageError('broken', { format: 'PNG', problem: 'a colour is not in its palette' });
      for (let c = 0; c < 4; c++) out[at + c] = entry[c] ?? 255;
    };
  }
  const most = 2 ** depth - 1;
  const coloured = channels >= 3;
  const alphaChannel = channels % 2 === 0 ? channels - 1 : -1;
  /** One colour may be declared transparent. */
  const clear = (x: number, y: number) => {
    if (!transparency || transparency.length === 0) return false;
    for (let c = 0; c < channels; c++) if (raw(x, y, c) !== transparency[c]) return false;
    return true;
  };
  return (x, y, out, at) => {
    for (let c = 0; c < 3; c++) out[at + c] = (255 * raw(x, y, coloured ? c : 0)) / most;
    out[at + 3] = alphaChannel >= 0 ? (255 * raw(x, y, alphaChannel)) / most : clear(x, y) ? 0 : 255;
  };
}
