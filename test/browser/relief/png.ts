import { inflateSync } from 'node:zlib';

/** An opaque picture: `at(x, y)` gives r, g, b of a pixel, 0…255; black outside. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  at(x: number, y: number): readonly [r: number, g: number, b: number];
}

/** Reads what Chromium's screenshots are: PNG, 8 bits a channel, RGB or RGBA, not interlaced (PNG 1.2, sections 4 and 6). */
export function readPng(file: Buffer): Picture {
  const parts: Buffer[] = [];
  let [width, height, channels] = [0, 0, 0];
  for (let at = 8; at < file.length;) {
    const length = file.readUInt32BE(at);
    const kind = file.toString('latin1', at + 4, at + 8);
    const body = file.subarray(at + 8, at + 8 + length);
    if (kind === 'IHDR') {
      [width, height] = [body.readUInt32BE(0), body.readUInt32BE(4)];
      channels = { 2: 3, 6: 4 }[body[9] as number] ?? 0;
      if (body[8] !== 8 || channels === 0 || body[12] !== 0) throw new Error('a PNG of another kind');
    } else if (kind === 'IDAT') parts.push(body);
    at += 12 + length;
  }
  const packed = inflateSync(Buffer.concat(parts));
  const stride = width * channels;
  const pixels = new Uint8Array(stride * height);
  for (let y = 0; y < height; y++) unfilter(packed, y * (stride + 1), pixels, y * stride, stride, channels);
  return {
    width,
    height,
    at(x, y) {
      if (x < 0 || y < 0 || x >= width || y >= height) return [0, 0, 0];
      const o = y * stride + x * channels;
      return [pixels[o] as number, pixels[o + 1] as number, pixels[o + 2] as number];
    },
  };
}

function unfilter(from: Buffer, at: number, to: Uint8Array, row: number, stride: number, channels: number): void {
  const filter = from[at] as number;
  for (let i = 0; i < stride; i++) {
    const left = i >= channels ? (to[row + i - channels] as number) : 0;
    const up = row > 0 ? (to[row - stride + i] as number) : 0;
    const corner = row > 0 && i >= channels ? (to[row - stride + i - channels] as number) : 0;
    const guess = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter] as number;
    to[row + i] = (from[at + 1 + i] as number) + guess;
  }
}

function paeth(left: number, up: number, corner: number): number {
  const guess = left + up - corner;
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)];
  return a <= b && a <= c ? left : b <= c ? up : corner;
}
