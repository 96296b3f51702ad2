import { encode } from 'fast-png';
import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ImageError } from '../../src/io/images/errors.ts';
import { readHeader } from '../../src/io/images/header.ts';
import { limits } from '../../src/io/images/limits.ts';
import { noticeInWords } from '../../src/io/images/noticeInWords.ts';
import { decodePng, encodeGrayAlpha } from '../../src/io/images/png.ts';
import { fileOf } from '../../src/io/images/read.ts';
import { chunk, ihdr, png, signature } from './pngWriter.ts';

const readImage = (bytes: Uint8Array) => fileOf(readHeader(bytes), decodePng(bytes));
const pixels = (bytes: Uint8Array) => [...readImage(bytes).image.data];
const latin = (text: string) => Buffer.from(text, 'latin1');
const palette = chunk('PLTE', Buffer.from([255, 0, 0, 0, 255, 0, 1, 2, 3]));
const u16 = (...values: number[]) => Buffer.from(values.flatMap((value) => [value >> 8, value & 255]));

test.each<[string, Buffer, number[]]>([
  ['gray, 1 bit', png(3, 2, 1, 0, [0, 1, 1, 1, 0, 1]), [0, 255, 255, 255, 0, 255].flatMap((v) => [v, v, v, 255])],
  ['gray, 2 bits', png(3, 1, 2, 0, [0, 1, 3]), [0, 85, 255].flatMap((v) => [v, v, v, 255])],
  ['gray, 4 bits', png(3, 1, 4, 0, [1, 8, 15]), [17, 136, 255].flatMap((v) => [v, v, v, 255])],
  ['gray, 8 bits', png(2, 1, 8, 0, [7, 200]), [7, 7, 7, 255, 200, 200, 200, 255]],
  ['gray, 16 bits', png(2, 1, 16, 0, [257 * 9, 65_535]), [9, 9, 9, 255, 255, 255, 255, 255]],
  ['gray, one value transparent', png(2, 1, 8, 0, [7, 9], [chunk('tRNS', u16(7))]), [7, 7, 7, 0, 9, 9, 9, 255]],
  ['gray and alpha, 8 bits', png(2, 1, 8, 4, [7, 100, 9, 0]), [7, 7, 7, 100, 9, 9, 9, 0]],
  ['gray and alpha, 16 bits', png(1, 1, 16, 4, [257 * 7, 257 * 99]), [7, 7, 7, 99]],
  ['colour, 8 bits', png(1, 2, 8, 2, [1, 2, 3, 4, 5, 6]), [1, 2, 3, 255, 4, 5, 6, 255]],
  ['colour, one transparent', png(2, 2, 8, 2, [1, 2, 3, 1, 2, 4, 0, 0, 0, 1, 2, 3], [chunk('tRNS', u16(1, 2, 3))]), [1, 2, 3, 0, 1, 2, 4, 255, 0, 0, 0, 255, 1, 2, 3, 0]], // prettier-ignore
  ['colour and alpha, 16 bits', png(1, 1, 16, 6, [257, 514, 771, 0]), [1, 2, 3, 0]],
  ['palette, 2 bits', png(3, 1, 2, 3, [2, 0, 1], [palette]), [1, 2, 3, 255, 255, 0, 0, 255, 0, 255, 0, 255]],
  ['palette with alpha, 8 bits', png(2, 1, 8, 3, [0, 1], [palette, chunk('tRNS', Buffer.from([5]))]), [255, 0, 0, 5, 0, 255, 0, 255]], // prettier-ignore
  ['a colour profile that is none', png(1, 1, 8, 0, [7], [chunk('iCCP', latin('bad'))]), [7, 7, 7, 255]],
])('PNG: %s', (_, bytes, expected) => {
  expect(pixels(bytes)).toEqual(expected);
});

test('interlaced PNG is read from 8 bits on; below, it is refused rather than read wrongly', () => {
  const data = Uint8Array.from({ length: 13 * 11 * 4 }, (_, i) => (i * 37) % 256);
  const image = { width: 13, height: 11, channels: 4, data } as const;
  expect(pixels(encode(image, { interlace: 'Adam7' }))).toEqual([...data]);
  const small = Buffer.concat([signature, ihdr(9, 9, 1, 0, 1), chunk('IDAT', new Uint8Array(9)), chunk('IEND')]);
  expect(() => readImage(small)).toThrow(expect.objectContaining({ code: 'interlaced', detail: { depth: 1 } }));
});

test('gray and alpha come back to the byte', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 9 }),
      fc.integer({ min: 1, max: 9 }),
      fc.infiniteStream(fc.nat(255)),
      (w, h, values) => {
        // prettier-ignore
        const [gray, alpha] = [0, 1].map(() => Uint8Array.from({ length: w * h }, () => values.next().value as number)) as [Uint8Array, Uint8Array]; // prettier-ignore
        const { data, width, height } = decodePng(encodeGrayAlpha(gray, alpha, w));
        expect([width, height]).toEqual([w, h]);
        expect([...data]).toEqual([...gray].flatMap((value, i) => [value, value, value, alpha[i]!]));
      },
    ),
    { seed: 1, numRuns: 50 },
  );
});

/* Headers alone: what is behind them is not looked at. */
const jpeg = (width: number, height: number) =>
  Buffer.concat([latin('\xff\xd8\xff\xe0\0\x10JFIF\0'), Buffer.alloc(9), latin('\xff\xc4\0\x03x\xff\xff\xc2\0\x11\x08'), u16(height, width)]); // prettier-ignore
const gifFrame = latin('\x2c\0\0\0\0\x05\0\x04\0\0\x02\x02\x44\x01\0');
const gif = (frames: number) => Buffer.concat([latin('GIF89a\x05\0\x04\0\x80\0\0'), Buffer.alloc(6), latin('\x21\xf9\x04\0\0\0\0\0'), ...Array.from({ length: frames }, () => gifFrame), latin(';')]); // prettier-ignore
const webp = (kind: string, body: readonly number[]) => Buffer.concat([latin(`RIFF\x40\0\0\0WEBP${kind}\x10\0\0\0`), Buffer.from(body), Buffer.alloc(20)]); // prettier-ignore
const ispe = (width: number, height: number) => Buffer.concat([latin('\0\0\0\x14ispe\0\0\0\0'), Buffer.from([0, 0, ...u16(width), 0, 0, ...u16(height)])]); // prettier-ignore
const avif = (brand: string) => Buffer.concat([latin(`\0\0\0\x18ftyp${brand}\0\0\0\0`), latin('mif1'), ispe(64, 64), ispe(640, 480)]); // prettier-ignore
const bmp = Buffer.alloc(60);
bmp.write('BM');
bmp.writeInt32LE(31, 18);
bmp.writeInt32LE(-17, 22);
const animation = (frames: number) => chunk('acTL', Buffer.from([0, 0, 0, frames, 0, 0, 0, 0]));

test.each([
  ['png', Buffer.concat([signature, ihdr(300, 200), chunk('IDAT')]), 300, 200, false],
  ['png', png(2, 2, 8, 0, [1, 2, 3, 4], [animation(3)]), 2, 2, true],
  ['png', png(2, 2, 8, 0, [1, 2, 3, 4], [animation(1)]), 2, 2, false],
  ['jpeg', jpeg(4000, 3000), 4000, 3000, false],
  ['gif', gif(1), 5, 4, false],
  ['gif', gif(3), 5, 4, true],
  ['webp', webp('VP8 ', [0, 0, 0, 0x9d, 0x01, 0x2a, 0x40, 0x41, 0xf0, 0]), 320, 240, false],
  ['webp', webp('VP8L', [0x2f, 0x3f, 0xc1, 0x3b, 0]), 320, 240, false],
  ['webp', webp('VP8X', [0x12, 0, 0, 0, 0x3f, 0x01, 0, 0xef, 0, 0]), 320, 240, true],
  ['avif', avif('avif'), 640, 480, false],
  ['avif', avif('avis'), 640, 480, true],
  ['bmp', bmp, 31, 17, false],
])('the header of %s %#', (format, bytes, width, height, animated) => {
  expect(readHeader(bytes)).toEqual({ format, width, height, animated });
});

const whole = png(
  40,
  30,
  8,
  0,
  Array.from({ length: 1200 }, (_, i) => (i * 7) % 251),
);
const broken = Buffer.from(whole);
broken[60]! ^= 255;
const short = Buffer.concat([signature, ihdr(40, 30, 8, 0), chunk('IDAT', Buffer.from('789c030000000001', 'hex')), chunk('IEND')]); // prettier-ignore

/** 4 × 4 pixels whose data unpack to so many bytes; its pixels take 20. */
const bomb = (length: number, interlace = 0) =>
  Buffer.concat([signature, ihdr(4, 4, 8, 0, interlace), chunk('IDAT', deflateSync(new Uint8Array(length))), chunk('IEND')]); // prettier-ignore

test.each<[string, Uint8Array, string, RegExp]>([
  ['8 MB in 4 × 4 pixels', bomb(8e6), 'broken', /more data than its pixels take/],
  ['one byte too many', bomb(21), 'broken', /more data than its pixels take/],
  ['8 MB in 4 × 4 interlaced pixels', bomb(8e6, 1), 'broken', /more data than its pixels take/],
  ['a second header', Buffer.concat([signature, ihdr(4, 4), ihdr(9000, 9000), chunk('IDAT'), chunk('IEND')]), 'broken', /header does not stand first, and once/], // prettier-ignore
  ['nothing', new Uint8Array(0), 'empty', /empty/],
  ['a text', latin('hello'), 'unknown-format', /save it as PNG, JPEG or WebP\.$/],
  ['HEIC', latin('\0\0\0\x18ftypheic\0\0\0\0mif1heic'), 'other-format', /HEIC.*PNG, JPEG or WebP/],
  ['SVG', latin('<?xml version="1.0"?>\n<svg xmlns="x"/>'), 'svg', /SVG/],
  ['a file cut off in its header', whole.subarray(0, 20), 'broken', /header/],
  ['a file cut off later', whole.subarray(0, whole.length - 20), 'broken', /ends too early/],
  ['a changed byte', broken, 'broken', /damaged/],
  ['too little data', short, 'broken', /damaged/],
  ['a width of 0', Buffer.concat([signature, ihdr(0, 9)]), 'no-size', /no width/],
  ['40,000 × 40,000', Buffer.concat([signature, ihdr(40_000, 40_000)]), 'huge', /40000 × 40000 .* 40 million/],
  ['a line of 40,000', Buffer.concat([signature, ihdr(40_000, 1)]), 'too-long', /40000 × 1 pixels: .* 30000 at most/],
  ['just above 40 million', Buffer.concat([signature, ihdr(8000, 5001)]), 'huge', /8000 × 5001/],
  ['too many bytes', new Uint8Array(limits.bytes + 1), 'too-large', /bytes/],
])('refused: %s', (_, bytes, code, message) => {
  let caught: unknown;
  try {
    readImage(bytes);
  } catch (error) {
    caught = error;
  }
  expect(caught).toBeInstanceOf(ImageError);
  expect((caught as ImageError).code).toBe(code);
  expect((caught as ImageError).message).toMatch(message);
});

test('any damage gives an ImageError or a picture, never another error (seed 5)', () => {
  fc.assert(
    fc.property(fc.nat(whole.length - 1), fc.nat(255), fc.nat(whole.length), (at, value, length) => {
      const bytes = Uint8Array.from(whole);
      bytes[at] = value;
      try {
        readImage(bytes.subarray(0, length));
      } catch (error) {
        if (!(error instanceof ImageError)) throw error;
      }
    }),
    { seed: 5, numRuns: 300 },
  );
});

test('notices: an animation, a large picture', () => {
  expect(readImage(png(2, 2, 8, 0, [1, 2, 3, 4], [animation(2)])).notices.map(noticeInWords)).toEqual([
    'the picture is animated: its first frame is used',
  ]);
  const wide = encode({ width: 2048, height: 64, channels: 1, data: new Uint8Array(2048 * 64).fill(9) });
  const { image, notices } = readImage(wide);
  expect([image.width, image.height]).toEqual([1024, 32]);
  expect(notices.map(noticeInWords)).toEqual(['the picture of 2048 × 64 pixels is scaled down to 1024 × 32']);
});
