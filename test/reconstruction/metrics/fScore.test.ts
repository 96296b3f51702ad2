import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Points } from '../../../src/clouds/types.ts';
import { fScore } from '../../../src/reconstruction/metrics/fScore.ts';
import { byDistance } from '../../clouds/bruteForce.ts';
import { cases, cloud, cloudOf } from './fixture.ts';

/** The definition, point by point. */
function naive(a: Points, b: Points): number {
  const axis = (c: number): number[] => [...b].filter((_, i) => i % 3 === c);
  const edge = Math.max(...[0, 1, 2].map((c) => Math.max(...axis(c)) - Math.min(...axis(c))));
  const share = (from: Points, to: Points): number => {
    const places = [...Array(from.length / 3).keys()].map((i) => 3 * i);
    const met = places.filter((i) => {
      return byDistance(to, from[i]!, from[i + 1]!, from[i + 2]!)[0]!.distanceSq <= (0.05 * edge) ** 2;
    });
    return met.length / places.length;
  };
  const [p, r] = [share(a, b), share(b, a)];
  return p + r > 0 ? (2 * p * r) / (p + r) : 0;
}

describe('fScore', () => {
  it.each(cases)('equals SciPy’s: $name', (one) => {
    expect(fScore(one.a, one.b)).toBeCloseTo(one.fScore, 14);
  });

  it('equals a naive count (seed 31)', () => {
    const any = cloudOf({ min: 1, max: 50 });
    fc.assert(
      // Half of the time a cloud against itself, a little displaced: about as far as the threshold.
      fc.property(any, any, fc.boolean(), fc.double({ min: 0, max: 0.5, noNaN: true }), (a, b, near, by) => {
        const from = near ? b.map((value, i) => value + by * Math.sin(i)) : a;
        expect(fScore(from, b)).toBe(naive(from, b));
      }),
      { seed: 31, numRuns: 150 },
    );
  });

  it('takes its threshold from B: the larger B, the more is near enough', () => {
    const small = cloud('box', 400, 3);
    const large = Float64Array.of(...small, 100, 0, 0);
    expect(fScore(small, large)).toBeCloseTo((2 * (400 / 401)) / (1 + 400 / 401), 12);
    expect(fScore(large, small)).toBeLessThan(1);
    const shifted = small.map((value) => value + 0.05);
    expect(fScore(shifted, large)).toBeGreaterThan(fScore(large, shifted));
  });

  it('is 1 between equal clouds, one point included, and 0 where nothing is near', () => {
    const a = cloud('box', 100, 3);
    expect(fScore(a, a)).toBe(1);
    expect(fScore(Float64Array.of(1, 2, 3), Float64Array.of(1, 2, 3))).toBe(1);
    expect(fScore(a, cloud('far', 100, 3))).toBe(0);
  });
});
