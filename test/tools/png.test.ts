import { deflateSync, inflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { paletteOf, readPng, withPalette } from '../../tools/png.mjs';

const WIDTH = 7;
const HEIGHT = 10;

function chunk(kind: string, body: Buffer): Buffer {
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(body.length, 0);
  // readPng looks at no checksum.
  return Buffer.concat([frame.subarray(0, 4), Buffer.from(kind, 'latin1'), body, frame.subarray(4)]);
}

function header(kind: number): Buffer {
  const body = Buffer.alloc(13);
  body.writeUInt32BE(WIDTH, 0);
  body.writeUInt32BE(HEIGHT, 4);
  body.set([8, kind], 8);
  return body;
}

/** An opaque RGBA picture with filter y mod 5 in row y, written here a second time from PNG 1.2, section 6. */
function pngOf(colourAt: (x: number, y: number) => number): Buffer {
  const bytes = (y: number) =>
    Array.from({ length: WIDTH }, (_, x) => {
      const colour = colourAt(x, y);
      return [colour >> 16, (colour >> 8) & 255, colour & 255, 255];
    }).flat();
  const rows = Array.from({ length: HEIGHT }, (_, y) => {
    const row = bytes(y);
    const above = y > 0 ? bytes(y - 1) : row.map(() => 0);
    const filtered = row.map((value, i) => {
      const [a, b, c] = [row[i - 4] ?? 0, above[i] ?? 0, above[i - 4] ?? 0];
      const p = a + b - c;
      const nearest = [a, b, c].sort((u, v) => Math.abs(p - u) - Math.abs(p - v))[0] ?? 0;
      return (value - ([0, a, b, Math.floor((a + b) / 2), nearest][y % 5] ?? 0)) & 255;
    });
    return [y % 5, ...filtered];
  });
  const data = deflateSync(Buffer.from(rows.flat()));
  return Buffer.concat([Buffer.alloc(8), chunk('IHDR', header(6)), chunk('IDAT', data)]);
}

/** The colours of a palette PNG whose rows are unfiltered. */
function readPalettePng(file: Buffer): number[] {
  const parts = new Map<string, Buffer>();
  for (let at = 8; at < file.length;) {
    const length = file.readUInt32BE(at);
    parts.set(file.toString('latin1', at + 4, at + 8), file.subarray(at + 8, at + 8 + length));
    at += 12 + length;
  }
  const palette = parts.get('PLTE')!;
  const rows = inflateSync(parts.get('IDAT')!);
  return Array.from({ length: WIDTH * HEIGHT }, (_, i) => {
    const at = 3 * rows[Math.floor(i / WIDTH) * (WIDTH + 1) + 1 + (i % WIDTH)]!;
    return palette.readUIntBE(at, 3);
  });
}

const colourful = (x: number, y: number) => ((x * 37) << 16) | ((y * 23) << 8) | ((x * y * 11) & 255);

test('every filter of a row is undone', () => {
  const { width, height, colours } = readPng(pngOf(colourful));
  expect([width, height]).toEqual([WIDTH, HEIGHT]);
  expect([...colours]).toEqual(Array.from(colours, (_, i) => colourful(i % WIDTH, Math.floor(i / WIDTH))));
});

test('a picture of no more than 256 colours keeps every one of them', () => {
  const png = pngOf(colourful);
  expect(readPalettePng(withPalette(png))).toEqual([...readPng(png).colours]);
});

test('the checksum of IEND is the one that every PNG ends with', () => {
  expect(withPalette(pngOf(colourful)).subarray(-12).toString('hex')).toBe('0000000049454e44ae426082');
});

test('with too few places, a rare colour far from all others keeps one of its own, and near ones share', () => {
  // 999 greys within 8 levels, one vermilion.
  const colours = Int32Array.from({ length: 1000 }, (_, i) => (i === 500 ? 0xc2371f : 0x808080 + 0x010101 * (i % 8)));
  const { entries, indices } = paletteOf({ width: 1000, height: 1, colours }, 4);
  expect(entries).toHaveLength(4);
  expect(entries[indices.get(0xc2371f)!]).toBe(0xc2371f);
  for (const colour of colours) {
    // Three places for 8 levels: none is off by more than 2.
    expect(Math.abs((entries[indices.get(colour)!]! & 255) - (colour & 255))).toBeLessThanOrEqual(2);
  }
});
