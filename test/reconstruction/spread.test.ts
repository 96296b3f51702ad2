import { expect, test } from 'vitest';
import { createRng } from '../../src/math/rng.ts';
import { spreadBySide, spreadOf } from '../../src/reconstruction/spread.ts';

const cloud = (seed: number, count = 200) => {
  const rng = createRng(seed, 'test', 'spread');
  return Float64Array.from({ length: 3 * count }, () => rng.between(-0.5, 0.5));
};

test('equal answers part nowhere, one alone has nobody to part from', () => {
  const points = cloud(1);
  for (const values of spreadOf([points, points, points])) expect(Math.max(...values)).toBe(0);
  expect(Math.max(...spreadOf([points])[0]!)).toBe(0);
});

test('a point’s spread is the mean distance to the nearest point of each other answer', () => {
  const samples = [Float64Array.of(0, 0, 0), Float64Array.of(3, 4, 0), Float64Array.of(0, 1, 0)];
  const expected = [3, (5 + Math.hypot(3, 3)) / 2, (1 + Math.hypot(3, 3)) / 2];
  spreadOf(samples).forEach((values, s) => expect(values[0]).toBeCloseTo(expected[s]!, 12));
});

test('with many answers each is compared with eight others, never with itself', () => {
  const samples = Array.from({ length: 32 }, (_, s) => cloud(s, 20));
  for (const values of spreadOf(samples)) expect(Math.min(...values)).toBeGreaterThan(0);
});

test('answers that differ at the back alone part most at the back', () => {
  const one = cloud(1);
  const other = one.map((value, i) => (i % 3 === 0 && one[i + 2]! < -0.1 ? value + 0.4 : value));
  const sides = spreadBySide([one, other], spreadOf([one, other]));
  expect(sides).toHaveLength(6);
  expect(sides.at(-1)!.side).toBe('back');
  expect(sides[0]).toEqual({ side: 'front', spread: 0 });
});
