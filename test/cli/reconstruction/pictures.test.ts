import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readAnyImage } from '../../../src/cli/reconstruction/decoders.ts';
import { decodePng } from '../../../src/io/images/png.ts';
import { koubaiHere as call } from '../koubai.ts';

const path = (name: string) => `test/fixtures/images/${name}`;
const bytes = (name: string) => new Uint8Array(readFileSync(path(name)));
const read = (name: string) => readAnyImage(bytes(name));
/** What all of them show, by the reader of PNGs. */
const thing = decodePng(bytes('thing.png'));

/** Mean difference of red, green and blue, in levels. */
function difference(data: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < data.length; i++) if (i % 4 !== 3) sum += Math.abs(data[i]! - thing.data[i]!);
  return sum / ((3 * data.length) / 4);
}

describe('JPEG and WebP without a browser', () => {
  test.each([
    ['thing.jpg', 3],
    ['progressive.jpg', 3],
    ['thing.webp', 6],
    ['thing.png', 0],
  ])('%s shows the same thing, within %f levels', async (name, levels) => {
    const { image } = await read(name);
    expect([image.width, image.height]).toEqual([40, 24]);
    expect(difference(image.data)).toBeLessThanOrEqual(levels);
    expect(image.data.filter((_, i) => i % 4 === 3).every((alpha) => alpha === 255)).toBe(true);
  });

  test('a camera that was held upright: turned as its EXIF data say', async () => {
    const { header, image } = await read('turned.jpg');
    expect([image.width, image.height, header.width, header.height]).toEqual([40, 24, 40, 24]);
    expect(difference(image.data)).toBeLessThanOrEqual(3);
  });

  test('gray stays gray', async () => {
    const { data } = (await read('gray.jpg')).image;
    expect(data.every((value, i) => i % 4 === 3 || value === data[i - (i % 4)])).toBe(true);
  });

  test('a WebP keeps its transparency and, lossless, its colours', async () => {
    const { data } = (await read('clear.webp')).image;
    for (let i = 0; i < data.length; i += 4) {
      const [x, y] = [(i / 4) % 40, Math.floor(i / 160)];
      const inside = x >= 6 && x < 22 && y >= 5 && y < 20;
      expect(data[i + 3]).toBe(inside ? 255 : 0);
      if (inside) expect([...data.subarray(i, i + 3)]).toEqual([...thing.data.subarray(i, i + 3)]);
    }
  });

  test.each([
    ['inks.jpg', bytes('inks.jpg'), 'JPEG in four colours (CMYK) is not read here: save it as a JPEG in RGB or a PNG'],
    ['half a WebP', bytes('thing.webp').subarray(0, 120), 'The WebP file is damaged (it cannot be decoded)'],
    ['a JPEG without its data', bytes('thing.jpg').subarray(0, 300), 'The JPEG file is damaged'],
    [
      'a GIF',
      Buffer.from('GIF89a\x01\x00\x01\x00\x00\x00\x00;', 'latin1'),
      'GIF is not read here: save it as PNG, JPEG or WebP',
    ],
  ])('%s is refused, and the next picture is read nevertheless', async (_, file, why) => {
    await expect(readAnyImage(new Uint8Array(file))).rejects.toThrow(why);
    expect(difference((await read('thing.jpg')).image.data)).toBeLessThanOrEqual(3);
    expect(difference((await read('thing.webp')).image.data)).toBeLessThanOrEqual(6);
  });

  test('reconstruct takes them, and a mask in another format', async () => {
    const { code, out } = await call('reconstruct', path('thing.jpg'), '--mask', path('clear.webp'), '--json');
    expect([code, JSON.parse(out)]).toEqual([
      0,
      expect.objectContaining({ points: 1024, retrieval: expect.anything() }),
    ]);
  });
});
