import { expect, test } from 'vitest';
import { alikeOf } from '../../../src/reconstruction/cutout/alike.ts';
import { cutByBox } from '../../../src/reconstruction/cutout/automatic.ts';
import { doubtsOfBox } from '../../../src/reconstruction/cutout/doubts.ts';
import { noisy, painted } from './paint.ts';

const sound = { of: { parts: 1, largest: 1 }, filled: 0.95, agreement: 0.97, alike: 0.2, shaded: 0 };

test('each thing that speaks against a cut in a box is said with its figure, and nothing of a sound one', () => {
  expect(doubtsOfBox(sound)).toEqual([]);
  expect(
    doubtsOfBox({ of: { parts: 2, largest: 0.6 }, filled: 0.5, agreement: 0.7, alike: 0.62, shaded: 0.3 }),
  ).toEqual([
    { id: 'stump', values: { filled: 50 } },
    { id: 'two-minds', values: { agreement: 70 } },
    { id: 'alike', values: { alike: 62 } },
    { id: 'shadow', values: { shaded: 30 } },
    { id: 'many', values: { parts: 2 } },
  ]);
});

test('colours in and around a mask: nothing in common, all, half', () => {
  const image = painted(4, 1, (x) => (x < 2 ? [200, 0, 0] : [0, 0, 200]));
  const alike = (...alpha: number[]) =>
    alikeOf(image, { alpha: Uint8Array.from(alpha), width: 4, height: 1 }, { left: 0, top: 0, right: 4, bottom: 1 });
  expect(alike(255, 255, 0, 0)).toBe(0);
  expect(alike(255, 0, 255, 0)).toBeCloseTo(1, 12);
  // One red of one; one red of three: √(1 · 1/3).
  expect(alike(255, 0, 0, 0)).toBeCloseTo(Math.sqrt(1 / 3), 12);
  expect(alike(255, 255, 255, 255)).toBe(0);
});

test('a red disc before a gray wall, in a close box, is beyond doubt; a box on leaves alone is not (seed 4)', () => {
  const disc = (x: number, y: number) => (x - 60) ** 2 + (y - 60) ** 2 < 30 ** 2;
  const box = { left: 28, top: 28, right: 92, bottom: 92 };
  const plain = noisy(painted(120, 120, (x, y) => (disc(x, y) ? [200, 60, 40] : [150, 150, 155])), 3, 4); // prettier-ignore
  expect(cutByBox(plain, box).doubts).toEqual([]);
  const leaves = noisy(painted(120, 120, (x, y) => (Math.sin(x / 4) * Math.cos(y / 5) > 0 ? [30, 150, 40] : [60, 90, 160])), 8, 4); // prettier-ignore
  expect(cutByBox(leaves, box).doubts).not.toEqual([]);
});
