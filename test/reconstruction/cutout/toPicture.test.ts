import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cutOut } from '../../../src/reconstruction/cutout/automatic.ts';
import { cutBy, maskOf } from '../../../src/reconstruction/cutout/givenMask.ts';
import { shrunk } from '../../../src/reconstruction/cutout/shrink.ts';
import { cropOf, FLAT_GRAY, imageOf, toPicture } from '../../../src/reconstruction/cutout/toPicture.ts';
import { makeSample } from '../../../src/reconstruction/sample.ts';
import { categoryIds } from '../../../src/reconstruction/shapes/index.ts';
import type { Picture } from '../../../src/reconstruction/types.ts';
import { painted } from './paint.ts';

const shown = (image: Parameters<typeof cutOut>[0]) => toPicture(image, cutOut(image));
const bytes = ({ gray, mask }: Picture) => Buffer.concat([gray, mask]);
const equal = (a: Picture, b: Picture) => bytes(a).equals(bytes(b));
const meanDifference = (a: Uint8Array, b: Uint8Array) => a.reduce((sum, value, i) => sum + Math.abs(value - b[i]!), 0) / a.length; // prettier-ignore

test('a picture on its tight crop comes through to the byte (10 categories, seeds 0 … 9)', () => {
  for (const category of categoryIds) {
    for (let seed = 0; seed < 10; seed++) {
      const { picture } = makeSample(category, seed, { points: 2 });
      const image = imageOf(picture);
      const cuts = [cutOut(image), cutBy(image, maskOf(image))];
      const same = cuts.map((cut) => equal(toPicture(image, cut).picture, picture));
      expect(same, `${category} ${seed}`).toEqual([true, true]);
    }
  }
});

test('straight gray and alpha give any premultiplied picture back', () => {
  for (let mask = 1; mask <= 255; mask++) {
    for (let gray = 0; gray <= mask; gray++) {
      const straight = Math.round((255 * gray) / mask);
      if (straight > 255 || Math.round((straight * mask) / 255) !== gray) throw new Error(`${gray} of ${mask}`);
    }
  }
});

test('the same shape rendered large or small, and placed anywhere, gives nearly the picture rendered small (seed 4)', () => {
  for (const category of ['chair', 'mug', 'plane'] as const) {
    const small = makeSample(category, 4, { points: 2 }).picture;
    for (const [size, left, top] of [
      [256, 31, 77],
      [512, 0, 3],
      [48, 9, 2],
    ] as const) {
      const large = makeSample(category, 4, { points: 2, size }).picture;
      const image = painted(size + 90, size + 100, (x, y) => {
        const [u, v] = [Math.floor(x) - left, Math.floor(y) - top];
        const at = v * size + u;
        if (u < 0 || v < 0 || u >= size || v >= size || large.mask[at] === 0) return [0, 0, 0, 0];
        const gray = Math.round((255 * large.gray[at]!) / large.mask[at]!);
        return [gray, gray, gray, large.mask[at]!];
      });
      const { picture } = shown(image);
      const most = size < 64 ? 14 : 5;
      expect(meanDifference(picture.mask, small.mask), `${category} ${size}`).toBeLessThan(most);
      expect(meanDifference(picture.gray, small.gray), `${category} ${size}`).toBeLessThan(most);
    }
  }
});

test('the box of the mask is centred, its longest edge 56 pixels', () => {
  fc.assert(
    fc.property(
      fc.record({
        left: fc.integer({ min: 0, max: 60 }),
        top: fc.integer({ min: 0, max: 60 }),
        across: fc.integer({ min: 8, max: 90 }),
        down: fc.integer({ min: 8, max: 90 }),
      }),
      ({ left, top, across, down }) => {
        const mask = { alpha: new Uint8Array(150 * 150), width: 150, height: 150 };
        for (let y = top; y < top + down; y++) mask.alpha.fill(255, y * 150 + left, y * 150 + left + across);
        const { scale, x, y } = cropOf(mask);
        expect(scale * Math.max(across, down)).toBeCloseTo(56, 9);
        expect(scale * (left + across / 2) + x).toBeCloseTo(32, 9);
        expect(scale * (top + down / 2) + y).toBeCloseTo(32, 9);
      },
    ),
    { seed: 1, numRuns: 100 },
  );
});

test('area and brightness are kept: what the picture covers is what the mask covers, scaled', () => {
  const inside = (x: number, y: number) => x > 33 && x < 213 && y > 20 && y < 20 + 97;
  const image = painted(300, 200, (x, y) => [120, 120, 120 + (x > 100 ? 20 : 0), inside(x, y) ? 255 : 0]);
  const { picture, crop } = shown(image);
  const area = picture.mask.reduce((sum, value) => sum + value / 255, 0);
  expect(area / (180 * 97 * crop.scale ** 2)).toBeCloseTo(1, 2);
});

test('colour becomes Rec. 709 luma', () => {
  // Two colours, or it would count as a silhouette.
  const image = painted(100, 100, (x, y) => [...(x < 50 ? ([200, 0, 0] as const) : ([0, 200, 0] as const)), x > 10 && x < 90 && y > 10 && y < 90 ? 255 : 0]); // prettier-ignore
  const { gray } = shown(image).picture;
  expect(gray[32 * 64 + 12]).toBe(Math.round(0.2126 * 200));
  expect(gray[32 * 64 + 52]).toBe(Math.round(0.7152 * 200));
});

test('a silhouette has the gray of flat training pictures, whatever it was drawn in', () => {
  const inside = (x: number, y: number) => Math.hypot(x - 90, y - 60) < 40;
  for (const ink of [0, 90, 255]) {
    const { gray, mask } = shown(painted(200, 120, (x, y) => [ink, ink, ink, inside(x, y) ? 255 : 0])).picture;
    expect(gray.every((value, at) => value === Math.round(FLAT_GRAY * mask[at]!))).toBe(true);
  }
});

test('what is empty, tiny or of another size is refused with its code', () => {
  const image = painted(50, 50, (x, y) => [90, 90, 90, x > 20 && x < 26 && y > 20 && y < 26 ? 255 : 0]);
  const of = (alpha: Uint8Array, width: number) => () => toPicture(image, { mask: { alpha, width, height: alpha.length / width }, silhouette: false }); // prettier-ignore
  expect(() => shown(image)).toThrow(expect.objectContaining({ code: 'tiny', detail: { pixels: 6, least: 8 } }));
  expect(of(new Uint8Array(2500), 50)).toThrow(expect.objectContaining({ code: 'empty' }));
  expect(of(new Uint8Array(2500).fill(255), 25)).toThrow(expect.objectContaining({ code: 'mask-size' }));
});

test('what leaves but a trace in 64 × 64 pixels is refused as too thin; what is shown always has an object (bars 1 … 8 pixels wide)', () => {
  const bar = (width: number) => painted(1000, 1000, (x, y) => [90, 90, 90, x > 500 && x < 500 + width && y > 100 && y < 900 ? 255 : 0]); // prettier-ignore
  for (const width of [1, 2, 3]) expect(() => shown(bar(width))).toThrow(expect.objectContaining({ code: 'thin', detail: { edge: 64 } })); // prettier-ignore
  const { mask } = shown(bar(8)).picture;
  expect(() => cropOf({ alpha: mask, width: 64, height: 64 })).not.toThrow();
  // A head of six pixels that can be seen, on a thread that cannot.
  const pin = painted(1000, 1000, (x, y) => [90, 90, 90, (x > 500 && x < 502 && y > 100 && y < 900) || Math.hypot(x - 501, y - 150) < 40 ? 255 : 0]); // prettier-ignore
  expect(() => shown(pin)).toThrow(expect.objectContaining({ code: 'thin' }));
});

test('a large picture is made smaller by area, transparent pixels giving no colour', () => {
  const image = painted(3000, 1500, (x, y) =>
    Math.floor(x) % 2 === 0 ? [200, 100, 0, 255] : [0, 0, 255, y < 750 ? 0 : 255],
  );
  const { data, width, height } = shrunk(image, 300);
  expect([width, height]).toEqual([300, 150]);
  expect([...data.slice(0, 3)]).toEqual([200, 100, 0]);
  expect(Math.abs(data[3]! - 127.5)).toBeLessThan(1);
  const last = [...data.slice(4 * 300 * 149, 4 * 300 * 149 + 4)];
  [100, 50, 127.5, 255].forEach((value, c) => expect(Math.abs(last[c]! - value)).toBeLessThan(1));
});
