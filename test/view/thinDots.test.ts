import fc from 'fast-check';
import { expect, test } from 'vitest';
import { everyOf, thinDots } from '../../src/view/thinDots.ts';

const SEED = 20261129;
const thin = (points: readonly (readonly [number, number])[], diameter: number) => {
  const keep = new Uint8Array(points.length);
  thinDots(Float64Array.from(points.flat()), points.length, diameter, keep);
  return keep;
};

test(`dots that are drawn are a diameter apart, but for ends and every k-th; what is left out lies under one that is drawn (seed ${SEED})`, () => {
  const coordinate = fc.double({ min: -300, max: 2000, noNaN: true });
  const knot = fc.double({ min: 400, max: 410, noNaN: true });
  const point = fc.oneof(fc.tuple(coordinate, coordinate), fc.tuple(knot, knot));
  fc.assert(
    fc.property(fc.array(point, { minLength: 1, maxLength: 200 }), fc.constantFrom(3, 5.6, 7), (points, diameter) => {
      const keep = thin(points, diameter);
      const every = everyOf(points.length);
      const stays = (k: number) => k === 0 || k === points.length - 1 || k % every === 0;
      const apart = (a: number, b: number) => Math.hypot(points[a]![0] - points[b]![0], points[a]![1] - points[b]![1]);
      const drawn = points.flatMap((_, k) => (keep[k] ? [k] : []));
      for (const k of points.keys()) {
        if (stays(k)) expect(keep[k]).toBe(1);
        else {
          const nearest = Math.min(...drawn.filter((other) => other !== k).map((other) => apart(k, other)));
          if (keep[k]) expect(nearest).toBeGreaterThanOrEqual(diameter);
          else expect(nearest).toBeLessThan(diameter);
        }
      }
    }),
    { seed: SEED, numRuns: 300 },
  );
});

test('a run of 2,000 steps in a knot leaves some twenty dots; what is nowhere is not drawn', () => {
  const keep = thin(
    Array.from({ length: 2001 }, (_, k) => [500 + 0.001 * k, 300]),
    5,
  );
  const count = keep.reduce((sum, one) => sum + one, 0);
  expect(count).toBeGreaterThan(15);
  expect(count).toBeLessThan(25);
  expect([
    ...thin(
      [
        [NaN, 0],
        [5, 5],
        [Infinity, 1],
      ],
      5,
    ),
  ]).toEqual([0, 1, 0]);
});
