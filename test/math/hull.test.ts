import fc from 'fast-check';
import { expect, test } from 'vitest';
import { alongRing, convexHull } from '../../src/math/hull.ts';

test('hull of a square with points inside and on its sides: its corners, counter-clockwise', () => {
  expect(convexHull([1, 1, 0, 0, 2, 0, 2, 2, 0, 2, 1, 0, 0.5, 1.5])).toEqual([0, 0, 2, 0, 2, 2, 0, 2]);
});

test('hull of one point and of none', () => {
  expect(convexHull([3, 4])).toEqual([3, 4]);
  expect(convexHull([])).toEqual([]);
});

test('no point lies outside its hull, and the hull turns left everywhere (seed 5)', () => {
  const coordinate = fc.integer({ min: -50, max: 50 });
  fc.assert(
    fc.property(fc.array(coordinate, { minLength: 6, maxLength: 60 }), (flat) => {
      const points = flat.slice(0, flat.length - (flat.length % 2));
      const ring = convexHull(points);
      if (ring.length < 6) return;
      for (let i = 0; i < ring.length; i += 2) {
        const j = (i + 2) % ring.length;
        const [ax, ay, bx, by] = [ring[i]!, ring[i + 1]!, ring[j]!, ring[j + 1]!];
        for (let k = 0; k < points.length; k += 2) {
          expect((bx - ax) * (points[k + 1]! - ay) - (by - ay) * (points[k]! - ax)).toBeGreaterThanOrEqual(0);
        }
      }
    }),
    { seed: 5 },
  );
});

test('alongRing leaves no gap wider than the spacing and keeps the corners', () => {
  const ring = alongRing([0, 0, 10, 0, 10, 3], 4);
  expect(ring.slice(0, 8)).toEqual([0, 0, 10 / 3, 0, 20 / 3, 0, 10, 0]);
  for (let i = 0; i < ring.length; i += 2) {
    const j = (i + 2) % ring.length;
    expect(Math.hypot(ring[j]! - ring[i]!, ring[j + 1]! - ring[i + 1]!)).toBeLessThanOrEqual(4);
  }
});
