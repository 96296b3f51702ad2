import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { transformPoints } from '../../../src/math/matrix4.ts';
import { expSe3 } from '../../../src/math/se3.ts';
import { chamferDistance } from '../../../src/reconstruction/metrics/chamfer.ts';
import { allPairs, nearestBothWays } from '../../../src/reconstruction/metrics/nearest.ts';
import { byDistance } from '../../clouds/bruteForce.ts';
import { cases, cloud, cloudOf, reordered } from './fixture.ts';

const any = cloudOf({ min: 1, max: 60 });

describe('chamferDistance', () => {
  it.each(cases)('equals SciPy’s k-d tree: $name', ({ a, b, chamfer }) => {
    // Both sum up to 2,048 squares rounded alike.
    expect(Math.abs(chamferDistance(a, b).chamfer - chamfer)).toBeLessThan(1e-12 * Math.max(1, chamfer));
  });

  it('names the nearest point and its squared distance, both ways (seed 5)', () => {
    fc.assert(
      fc.property(any, any, (a, b) => {
        const { aToB, bToA } = chamferDistance(a, b);
        for (const [from, to, found] of [
          [a, b, aToB],
          [b, a, bToA],
        ] as const) {
          for (let i = 0; i < from.length / 3; i++) {
            const { index, distanceSq } = byDistance(to, from[3 * i]!, from[3 * i + 1]!, from[3 * i + 2]!)[0]!;
            expect([found.indices[i], found.distancesSq[i]]).toEqual([index, distanceSq]);
          }
        }
      }),
      { seed: 5, numRuns: 60 },
    );
  });

  it('is exactly 0 between a cloud and its points in another order, and the order is found (seed 2)', () => {
    const a = cloud('box', 1024, 2);
    const order = [...Array(1024).keys()].map((i) => (i * 389 + 17) % 1024);
    const { chamfer, aToB, bToA } = chamferDistance(reordered(a, order), a);
    expect(chamfer).toBe(0);
    expect([...aToB.indices]).toEqual(order);
    expect(order.every((place, i) => bToA.indices[place] === i)).toBe(true);
  });

  it('is symmetric to the last bit (seed 6)', () => {
    fc.assert(
      fc.property(any, any, (a, b) => chamferDistance(a, b).chamfer === chamferDistance(b, a).chamfer),
      { seed: 6, numRuns: 100 },
    );
  });

  it('does not change under a rigid motion, and grows with the square of a scale (seed 7)', () => {
    fc.assert(
      fc.property(
        any,
        any,
        fc.array(fc.double({ min: -3, max: 3, noNaN: true }), { minLength: 6, maxLength: 6 }),
        (a, b, v) => {
          const motion = expSe3(v.slice(0, 3), v.slice(3));
          const before = chamferDistance(a, b).chamfer;
          const after = chamferDistance(transformPoints(motion, a), transformPoints(motion, b)).chamfer;
          // Coordinates up to 25, squares up to 1,300: their rounding is 3e-13.
          expect(Math.abs(after - before)).toBeLessThan(2e-11);
          const double = chamferDistance(
            a.map((c) => 2 * c),
            b.map((c) => 2 * c),
          ).chamfer;
          expect(double).toBe(4 * before);
        },
      ),
      { seed: 7, numRuns: 60 },
    );
  });

  it('finds the same by trees and by trying all pairs, ties included', () => {
    for (const kind of ['box', 'grid'] as const) {
      const [a, b] = [cloud(kind, 500, 3), cloud(kind, 900, 4)];
      expect(nearestBothWays(a, b)).toEqual(allPairs(a, b));
    }
  });

  it('adds up one point against two by hand', () => {
    expect(chamferDistance(Float64Array.of(0, 0, 0), Float64Array.of(1, 0, 0, 0, 3, 0)).chamfer).toBe(1 + (1 + 9) / 2);
  });

  it('refuses what has no distance', () => {
    const one = Float64Array.of(0, 0, 0);
    expect(() => chamferDistance(new Float64Array(0), one)).toThrow('cloud A has no points');
    expect(() => chamferDistance(one, new Float64Array(0))).toThrow('cloud B has no points');
    expect(() => chamferDistance(one, Float64Array.of(0, 0, 0, 1, NaN, 2))).toThrow('point 1 of cloud B');
    expect(() => chamferDistance(Float64Array.of(0, Infinity, 0), one)).toThrow('point 0 of cloud A');
    expect(() => chamferDistance(Float64Array.of(0, 1e200, 0), one)).toThrow('point 0 of cloud A');
    expect(() => chamferDistance(Float64Array.of(0, 0), one)).toThrow('no multiple of 3');
  });
});
