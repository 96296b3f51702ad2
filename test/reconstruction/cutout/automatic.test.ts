import { expect, test } from 'vitest';
import { cutOut } from '../../../src/reconstruction/cutout/automatic.ts';
import { CutoutError } from '../../../src/reconstruction/cutout/refusals.ts';
import { noisy, painted, wrong, type Colour } from './paint.ts';

const [W, H] = [320, 240];
const disc = (x: number, y: number) => (x - 170) ** 2 + (y - 120) ** 2 < 70 ** 2;
/** A shaded ball. */
const ball = (x: number, y: number): Colour => {
  const light = 60 + 120 * Math.max(0, 1 - Math.hypot(x - 145, y - 95) / 120);
  return [light, 0.7 * light, 0.4 * light];
};
const refusal = (image: Parameters<typeof cutOut>[0]): CutoutError => {
  try {
    cutOut(image);
  } catch (error) {
    if (error instanceof CutoutError) return error;
  }
  throw new Error('it was not refused');
};

test('transparency is the mask, to the byte', () => {
  const image = painted(W, H, (x, y) => [200, 100, 50, disc(x, y) ? 255 - (Math.floor(x) % 3) : 0]);
  const { by, mask } = cutOut(image);
  expect(by).toBe('alpha');
  expect(mask.alpha.every((value, at) => value === image.data[4 * at + 3])).toBe(true);
});

test('a few stray transparent pixels mean nothing: the border is looked at', () => {
  const image = painted(W, H, (x, y) => {
    const [red, green, blue] = disc(x, y) ? ball(x, y) : [250, 250, 250];
    return [red, green, blue, x < 2 && y < 2 ? 0 : 255];
  }); // prettier-ignore
  const { by, mask, silhouette } = cutOut(image);
  expect([by, silhouette]).toEqual(['border', false]);
  expect(wrong(mask, disc)).toBeLessThan(0.01);
});

test.each<[string, (x: number, y: number) => Colour, number]>([
  ['white', () => [255, 255, 255], 0],
  ['white, noise of 4 levels', () => [250, 250, 250], 4],
  ['blue, noise of 8 levels', () => [60, 90, 200], 8],
  ['a gradient from top to bottom', (_, y) => [230 - 0.4 * y, 235 - 0.4 * y, 240 - 0.35 * y], 3],
  ['a glow about a corner', (x, y) => [240 - 0.0012 * (x * x + y * y), 238 - 0.0012 * (x * x + y * y), 230 - 0.0012 * (x * x + y * y)], 2], // prettier-ignore
])('a ball before %s (seed 1)', (_, background, noise) => {
  const clean = painted(W, H, (x, y) => (disc(x, y) ? ball(x, y) : background(x, y)));
  const { by, mask, silhouette } = cutOut(noise > 0 ? noisy(clean, noise, 1) : clean);
  expect([by, silhouette]).toEqual(['border', false]);
  expect(wrong(mask, disc)).toBeLessThan(0.03);
});

test('a soft shadow belongs to the background (seed 2)', () => {
  // Below the ball, 60 levels deep, 40 pixels wide at its edge.
  const shadow = (x: number, y: number) => 60 * Math.max(0, 1 - Math.hypot((x - 190) / 1.6, y - 175) / 45);
  const clean = painted(W, H, (x, y) => {
    if (disc(x, y)) return ball(x, y);
    const white = 235 - shadow(x, y);
    return [white, white, white];
  });
  expect(wrong(cutOut(noisy(clean, 2, 2)).mask, disc)).toBeLessThan(0.05);
});

test('gaps between slats are open, a highlight is not', () => {
  const slats = (x: number, y: number) => x > 60 && x < 260 && y > 60 && y < 180;
  const gap = (x: number, y: number) => slats(x, y) && y > 75 && y < 165 && Math.floor(x / 20) % 2 === 0 && x > 80 && x < 240; // prettier-ignore
  const glare = (x: number, y: number) => Math.max(0, 1 - Math.hypot(x - 160, y - 68) / 30);
  const image = painted(W, H, (x, y) => {
    if (!slats(x, y) || gap(x, y)) return [255, 255, 255];
    const light = 90 + 165 * glare(x, y);
    return [light, light, 0.9 * light];
  });
  expect(wrong(cutOut(image).mask, (x, y) => slats(x, y) && !gap(x, y))).toBeLessThan(0.03);
});

test('a drawing of one colour is a silhouette, whatever its colours', () => {
  const black = painted(W, H, (x, y) => (disc(x, y) ? [0, 0, 0] : [255, 255, 255]));
  const red = painted(W, H, (x, y) => [200, 30, 30, disc(x, y) ? 255 : 0]);
  expect(cutOut(black)).toMatchObject({ by: 'border', silhouette: true });
  expect(cutOut(red)).toMatchObject({ by: 'alpha', silhouette: true });
  expect(wrong(cutOut(black).mask, disc)).toBeLessThan(0.01);
});

test('an object that the border cuts off is found all the same', () => {
  const half = (x: number, y: number) => (x - 320) ** 2 + (y - 120) ** 2 < 80 ** 2;
  const image = painted(W, H, (x, y) => (half(x, y) ? ball(x - 150, y) : [240, 240, 235]));
  expect(wrong(cutOut(image).mask, half)).toBeLessThan(0.02);
});

test('refusals say why', () => {
  expect(refusal(painted(40, 40, () => [1, 2, 3, 0]))).toMatchObject({ code: 'transparent' });
  expect(refusal(painted(40, 40, () => [90, 91, 92]))).toMatchObject({ code: 'uniform' });
  const sky = painted(40, 40, (x) => [100 + x, 120, 160]);
  expect(refusal(sky)).toMatchObject({ code: 'nothing-found', detail: { busy: 0 } });
});

test('leaves alone are offered and doubted, whatever the border and the box make of them (seed 3)', () => {
  const leaves = noisy(painted(200, 200, (x, y) => (Math.sin(x / 3) * Math.cos(y / 4) > 0 ? [30, 160, 30] : [90, 60, 20])), 25, 3); // prettier-ignore
  const ids = cutOut(leaves).doubts.map(({ id }) => id);
  expect(ids).toEqual(expect.arrayContaining(['busy-border', 'restless-border', 'two-minds', 'many', 'frame']));
});
