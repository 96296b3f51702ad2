import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Points } from '../../../src/clouds/types.ts';
import { emdAuction } from '../../../src/reconstruction/metrics/emdAuction.ts';
import { EMD_POINTS, emdExact } from '../../../src/reconstruction/metrics/emdExact.ts';
import type { Transport } from '../../../src/reconstruction/metrics/transport.ts';
import { cases, cloud, cloudOf, pair, reordered } from './fixture.ts';

const solved = cases.flatMap(({ emd, ...one }) => (emd === undefined ? [] : [{ ...one, emd }]));

/** A bijection whose mean distance is what it says. */
function isBijection({ mean, assignment }: Transport, a: Points, b: Points): void {
  const n = a.length / 3;
  expect([...assignment].sort((p, q) => p - q)).toEqual([...Array(n).keys()]);
  let sum = 0;
  assignment.forEach((j, i) => (sum += Math.hypot(...[0, 1, 2].map((c) => a[3 * i + c]! - b[3 * j + c]!))));
  expect(Math.abs(sum / n - mean)).toBeLessThan(1e-12 * Math.max(1, mean));
}

/** The least mean over all bijections, by trying them all. */
function tryAll(a: Points, b: Points): number {
  const n = a.length / 3;
  const best = (i: number, free: readonly number[]): number =>
    i === n
      ? 0
      : Math.min(
          ...free.map((j) => {
            const here = Math.hypot(...[0, 1, 2].map((c) => a[3 * i + c]! - b[3 * j + c]!));
            return (
              here +
              best(
                i + 1,
                free.filter((other) => other !== j),
              )
            );
          }),
        );
  return best(0, [...Array(n).keys()]) / n;
}

describe('emdExact', () => {
  it.each(solved)('equals SciPy’s linear_sum_assignment to 1e-9: $name', ({ a, b, emd }) => {
    const found = emdExact(a, b);
    expect(Math.abs(found.mean - emd)).toBeLessThan(1e-9);
    isBijection(found, a, b);
  });

  it('is the least over all bijections of up to five points (seed 21)', () => {
    const few = fc
      .integer({ min: 1, max: 5 })
      .chain((n) => fc.tuple(cloudOf({ min: n, max: n }), cloudOf({ min: n, max: n })));
    fc.assert(
      fc.property(few, ([a, b]) => Math.abs(emdExact(a, b).mean - tryAll(a, b)) < 1e-12),
      { seed: 21, numRuns: 150 },
    );
  });

  it('is symmetric, and 0 between a cloud and its points in another order (seed 22)', () => {
    fc.assert(
      fc.property(pair, ([a, b]) => Math.abs(emdExact(a, b).mean - emdExact(b, a).mean) < 1e-12),
      { seed: 22, numRuns: 60 },
    );
    const a = cloud('box', 300, 5);
    const order = [...Array(300).keys()].map((i) => (i * 7 + 11) % 300);
    const { mean, assignment } = emdExact(reordered(a, order), a);
    expect(mean).toBe(0);
    expect([...assignment]).toEqual(order);
  });

  it('is the length of a shift: no bijection beats carrying all the same way', () => {
    const a = cloud('box', 200, 8);
    const moved = a.map((value, i) => value + [0.3, -0.4, 0][i % 3]!);
    expect(emdExact(a, moved).mean).toBeCloseTo(0.5, 12);
    expect(emdAuction(a, moved).mean).toBeLessThan(0.5 + 1e-3);
  });

  it('tells how far it is, and stops when its listener throws', () => {
    const [a, b] = [cloud('box', 200, 1), cloud('slab', 200, 2)];
    const parts: number[] = [];
    emdExact(a, b, (part) => parts.push(part));
    expect(parts.at(-1)).toBe(1);
    expect(parts).toEqual([...parts].sort((p, q) => p - q));
    const stop = (): void => {
      throw new Error('stopped');
    };
    expect(() => emdExact(a, b, stop)).toThrow('stopped');
  });

  it('refuses unequal sizes, too many points and no points', () => {
    const one = Float64Array.of(0, 0, 0);
    expect(() => emdExact(one, new Float64Array(6))).toThrow('cloud A has 1 points, B 2');
    const many = new Float64Array(3 * (EMD_POINTS + 1));
    expect(() => emdExact(many, many)).toThrow('at most 2048 points');
    expect(() => emdExact(new Float64Array(0), new Float64Array(0))).toThrow('no points');
    expect(() => emdExact(one, Float64Array.of(0, NaN, 0))).toThrow('point 0 of cloud B');
  });
});

describe('emdAuction', () => {
  it.each(solved)('is within ε of SciPy’s optimum: $name', ({ a, b, emd }) => {
    for (const epsilon of [0.1, 1e-3, 1e-5]) {
      const found = emdAuction(a, b, epsilon);
      expect(found.mean).toBeGreaterThan(emd - 1e-12 * Math.max(1, emd));
      expect(found.mean).toBeLessThanOrEqual(emd + epsilon);
      isBijection(found, a, b);
    }
  });

  it('is within ε of the exact one for any clouds, ties and duplicates included (seed 23)', () => {
    fc.assert(
      fc.property(pair, fc.constantFrom(1, 1e-2, 1e-4), ([a, b], epsilon) => {
        const exact = emdExact(a, b).mean;
        const found = emdAuction(a, b, epsilon).mean;
        expect(found).toBeGreaterThan(exact - 1e-12);
        expect(found).toBeLessThanOrEqual(exact + epsilon);
      }),
      { seed: 23, numRuns: 100 },
    );
  });

  it('ends where all points are one, where two spots hold unequal shares, and where ε is below all rounding', () => {
    const same = new Float64Array(3 * 257).fill(0.5);
    expect(emdAuction(same, same).mean).toBe(0);
    expect(emdExact(same, same).mean).toBe(0);
    const spots = (share: number): Points =>
      Float64Array.from({ length: 900 }, (_, i) => (i % 3 === 0 && i < 900 * share ? 1 : 0));
    // 0.6 − 0.3 of 300 points go from one to the other, one unit each.
    expect(emdExact(spots(0.6), spots(0.3)).mean).toBeCloseTo(0.3, 12);
    expect(emdAuction(spots(0.6), spots(0.3)).mean).toBeCloseTo(0.3, 3);
    const huge = cloud('box', 100, 4).map((value) => 1e15 * value);
    const other = cloud('box', 100, 5).map((value) => 1e15 * value);
    expect(emdAuction(huge, other).mean / emdExact(huge, other).mean).toBeCloseTo(1, 6);
  });

  it('refuses an ε that is not greater than 0', () => {
    const one = Float64Array.of(0, 0, 0);
    for (const epsilon of [0, -1, NaN]) expect(() => emdAuction(one, one, epsilon)).toThrow('epsilon');
  });
});
