import { expect, test } from 'vitest';
import { cutOut } from '../../../src/reconstruction/cutout/automatic.ts';
import { cutByMask } from '../../../src/reconstruction/cutout/givenMask.ts';
import { noisy, painted as paintedWhole, wrong as wrongWhole, type Colour } from './paint.ts';
import type { Mask } from '../../../src/reconstruction/cutout/types.ts';

const [W, H] = [320, 240];
/** Positions are those of W × H; half as many pixels along each edge are enough to tell. */
const painted = (width: number, height: number, colourAt: (x: number, y: number) => Colour) =>
  paintedWhole(width / 2, height / 2, (x, y) => colourAt(2 * x, 2 * y));
const wrong = (mask: Mask, inside: (x: number, y: number) => boolean) =>
  wrongWhole(mask, (x, y) => inside(2 * x, 2 * y));
const disc = (x: number, y: number) => (x - 160) ** 2 + (y - 120) ** 2 < 70 ** 2;
/** A ball in light from the left. */
const ball = (x: number, y: number): Colour => {
  const light = 90 + 130 * Math.max(0, 1 - Math.hypot(x - 130, y - 90) / 130);
  return [light, 0.6 * light, 0.35 * light];
};
const wall: Colour = [225, 228, 232];
const idsOf = (image: Parameters<typeof cutOut>[0]) => cutOut(image).doubts.map(({ id }) => id);

test('a shaded ball before a plain wall is beyond doubt (seed 1)', () => {
  const cut = cutOut(noisy(painted(W, H, (x, y) => (disc(x, y) ? ball(x, y) : wall)), 3, 1)); // prettier-ignore
  expect(cut).toMatchObject({ by: 'border', doubts: [], remarks: [], box: null });
});

test('before leaves the box is a guess, and that is said; the guess is offered (seed 2)', () => {
  const leaves = (x: number, y: number): Colour =>
    Math.sin(x / 5) * Math.cos(y / 6) > 0 ? [30, 150, 40] : [60, 90, 160];
  const image = noisy(painted(W, H, (x, y) => (disc(x, y) ? ball(x, y) : leaves(x, y))), 8, 2); // prettier-ignore
  const cut = cutOut(image);
  expect(cut.by).toBe('box');
  expect(cut.doubts.map(({ id }) => id)).toContain('guessed');
  expect(wrong(cut.mask, disc)).toBeLessThan(0.1);
});

test('a shelf of many things is in doubt', () => {
  const things = (x: number, y: number) => Math.hypot((x % 80) - 40, (y % 80) - 40) < 22;
  const shelf = painted(W, H, (x, y) => (things(x, y) ? ball((x % 80) + 90, (y % 80) + 60) : wall));
  expect(cutOut(shelf).doubts).toContainEqual({ id: 'many', values: { parts: 12 } });
});

test('a hard shadow beside the thing is in doubt: it has the wall’s own colour, darker', () => {
  const shadow = (x: number, y: number) => (x - 210) ** 2 + (y - 140) ** 2 < 70 ** 2;
  const image = painted(W, H, (x, y) => (disc(x, y) ? ball(x, y) : shadow(x, y) ? [74, 75, 76] : wall));
  expect(idsOf(image)).toContain('shadow');
});

test('an outline that fades away is in doubt', () => {
  const image = painted(W, H, (x, y) => {
    const there = Math.min(1, Math.max(0, 1.2 - Math.hypot(x - 160, y - 120) / 70));
    return [0, 1, 2].map((c) => wall[c]! + there * (ball(x, y)[c]! - wall[c]!)) as unknown as Colour;
  });
  expect(idsOf(image)).toContain('blurred');
});

test('letterbox bars are left out and said; a plain wall is no bar', () => {
  const scene = (x: number, y: number): Colour => (disc(x, y) ? ball(x, y) : [120 + x / 8, 160, 200]);
  const boxed = painted(W, H, (x, y) => (y < 30 || y >= 210 ? [0, 0, 0] : scene(x, y)));
  const { remarks, mask } = cutOut(boxed);
  expect(remarks).toContainEqual({ id: 'bars', values: { top: 15, bottom: 15, left: 0, right: 0 } });
  expect(wrong(mask, disc)).toBeLessThan(0.03);
  const plain = painted(W, H, (x, y) => (disc(x, y) ? ball(x, y) : wall));
  expect(cutOut(plain).remarks).toEqual([]);
});

test('a thing that the frame cuts off, and a small one, are said', () => {
  const half = (x: number, y: number) => (x - 320) ** 2 + (y - 120) ** 2 < 70 ** 2;
  const cutOff = painted(W, H, (x, y) => (half(x, y) ? ball(x - 160, y) : wall));
  expect(cutOut(cutOff).remarks.map(({ id }) => id)).toEqual(['cut-off']);
  const speck = (x: number, y: number) => (x - 160) ** 2 + (y - 120) ** 2 < 12 ** 2;
  const small = cutOut(painted(W, H, (x, y) => (speck(x, y) ? ball(x, y) : wall)));
  expect(small.remarks).toEqual([{ id: 'small', values: { pixels: 12 } }]);
});

test('a mask that has the frame and leaves a hole may be inverted; one that a hand drew around a thing is not', () => {
  const image = painted(W, H, (x, y) => (disc(x, y) ? ball(x, y) : wall));
  const alpha = (inside: boolean) => Uint8Array.from({ length: (W * H) / 4 }, (_, at) => (disc(2 * (at % (W / 2)), 2 * Math.floor(at / (W / 2))) === inside ? 255 : 0)); // prettier-ignore
  const given = (inside: boolean) => cutByMask(image, { alpha: alpha(inside), width: W / 2, height: H / 2 }).doubts;
  expect(given(false)).toEqual([{ id: 'inverted', values: { framed: 100 } }]);
  expect(given(true)).toEqual([]);
});
