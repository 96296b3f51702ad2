import { describe, expect, it } from 'vitest';
import { compare, epsilonFor } from '../../../src/reconstruction/metrics/compare.ts';
import { resample } from '../../../src/reconstruction/metrics/resample.ts';
import { cases, cloud, reordered } from './fixture.ts';

const row = (points: Float64Array, i: number): string => points.subarray(3 * i, 3 * i + 3).join();
const rows = (points: Float64Array): string[] => [...Array(points.length / 3).keys()].map((i) => row(points, i));

describe('compare', () => {
  it.each(cases.filter(({ emd }) => emd !== undefined))('gives SciPy’s figures: $name', ({ a, b, emd, ...one }) => {
    const found = compare(a, b);
    expect(Object.keys(found)).toEqual(['chamfer', 'emd', 'emdAuction', 'fScore']);
    expect(Math.abs(found.chamfer - one.chamfer)).toBeLessThan(1e-9);
    expect(Math.abs(found.emd - emd!)).toBeLessThan(1e-9);
    expect(found.emdAuction - emd!).toBeGreaterThan(-1e-9);
    expect(found.emdAuction - emd!).toBeLessThanOrEqual(1e-3);
    expect(found.fScore).toBeCloseTo(one.fScore, 12);
  });

  it('tells clumps from an even spread, which Chamfer hardly sees', () => {
    // Ten spots; B has ten points on each, A 91 on the first and one on each other: every point has a neighbour on its spot.
    const spot = (k: number): number[] => [k / 10, 0, 0];
    const even = Float64Array.from([...Array(100).keys()].flatMap((i) => spot(i % 10)));
    const clumped = Float64Array.from([...Array(100).keys()].flatMap((i) => spot(i < 91 ? 0 : i - 90)));
    // Nine points go from the first spot to each of the others: 9 · (0.1 + … + 0.9) over 100.
    expect(compare(clumped, even)).toMatchObject({ chamfer: 0, fScore: 1 });
    expect(compare(clumped, even).emd).toBeCloseTo(0.405, 12);
  });

  it('resamples for the bijections alone where sizes differ, and says to how many (seed 1)', () => {
    const one = cases.find(({ sizes }) => sizes[0] === 700)!;
    const found = compare(one.a, one.b);
    expect(Object.keys(found)).toEqual(['chamfer', 'emd', 'emdAuction', 'fScore', 'resampled']);
    expect(found.resampled).toBe(301);
    // All 700 and 301 points.
    expect(found.chamfer).toBeCloseTo(one.chamfer, 12);
    expect(found.fScore).toBeCloseTo(one.fScore, 12);
    expect(found.emd).toBe(compare(resample(one.a, 301, 1), one.b).emd);
    expect(compare(one.a, one.b, { seed: 2 }).emd).not.toBe(found.emd);
  });

  it('resamples clouds of more than 2,048 points; a cloud against itself stays at 0', () => {
    const a = cloud('box', 2100, 9);
    const same = { chamfer: 0, emd: 0, emdAuction: 0, fScore: 1, resampled: 2048 };
    expect(compare(a, a)).toEqual(same);
    // In another order it is the same cloud.
    expect(compare(a, reordered(a, [...Array(2100).keys()].reverse()))).toEqual(same);
  });

  it.each([
    [700, 301],
    [400, 400],
  ])('says the same of %i and %i points in any order, to the bit', (n, m) => {
    const [a, b] = [cloud('box', n, 3), cloud('box', m, 4)];
    const stirred = (points: Float64Array, step: number) => {
      const count = points.length / 3;
      return reordered(
        points,
        Array.from({ length: count }, (_, i) => (i * step + 7) % count),
      );
    };
    // Steps without a divisor in common with the sizes: permutations.
    const found = compare(a, b);
    expect(compare(stirred(a, 1009), stirred(b, 1013))).toEqual(found);
    expect(found.emd).toBeGreaterThan(0);
  });

  it('makes ε smaller for objects smaller than the unit, never larger', () => {
    const a = cloud('box', 200, 1);
    expect(epsilonFor(a.map((value) => value / 100))).toBeCloseTo(1e-5, 6);
    expect(epsilonFor(a.map((value) => value * 100))).toBe(1e-3);
    expect(epsilonFor(new Float64Array(6))).toBe(1e-3);
  });

  it('refuses empty clouds and coordinates that are no numbers', () => {
    expect(() => compare(new Float64Array(0), cloud('box', 3, 1))).toThrow('cloud A has no points');
    expect(() => compare(cloud('box', 3, 1), Float64Array.of(NaN, 0, 0))).toThrow('point 0 of cloud B');
  });
});

describe('resample', () => {
  const a = cloud('box', 500, 77);

  it('takes different points, the same for one seed and any order (seeds 1 and 2)', () => {
    const some = resample(a, 200, 1);
    const places = rows(some).map((one) => rows(a).indexOf(one));
    expect(new Set(places).size).toBe(200);
    expect(Math.min(...places)).toBeGreaterThanOrEqual(0);
    expect(resample(a, 200, 1)).toEqual(some);
    expect(resample(reordered(a, [...Array(500).keys()].reverse()), 200, 1)).toEqual(some);
    expect(resample(a, 200, 2)).not.toEqual(some);
    // Half and half of the array, within four standard deviations (4 · √(200 · ¼ · 300/499) = 22).
    expect(Math.abs(places.filter((place) => place < 250).length - 100)).toBeLessThan(22);
  });

  it('leaves a cloud that has no more as it is', () => {
    expect(resample(a, 500, 1)).toBe(a);
    expect(resample(a, 900, 1)).toBe(a);
  });
});
