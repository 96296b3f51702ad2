import fc from 'fast-check';
import { expect, test } from 'vitest';
import { spread } from '../../src/ui/spread.ts';

test('what lies apart stays; what overlaps shares its mean', () => {
  expect(spread([10, 50], 12, 0, 100)).toEqual([10, 50]);
  expect(spread([20, 20], 10, 0, 100)).toEqual([15, 25]);
  expect(spread([99, 100], 10, 0, 100)).toEqual([90, 100]);
});

test('always in order, apart and inside where they fit (seed 3)', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: -20, max: 120, noNaN: true }), { maxLength: 8 }), (wishes) => {
      const placed = spread(wishes, 12, 0, 100);
      const sorted = [...placed].sort((a, b) => a - b);
      for (let k = 1; k < sorted.length; k++) {
        expect((sorted[k] as number) - (sorted[k - 1] as number)).toBeGreaterThanOrEqual(12 - 1e-9);
      }
      for (const p of placed) {
        expect(p).toBeGreaterThanOrEqual(-1e-9);
        expect(p).toBeLessThanOrEqual(100 + 1e-9);
      }
      const byWish = wishes.map((wish, k) => [wish, placed[k] as number] as const).sort((a, b) => a[0] - b[0]);
      for (let k = 1; k < byWish.length; k++) {
        if (byWish[k]![0] > byWish[k - 1]![0]) expect(byWish[k]![1]).toBeGreaterThan(byWish[k - 1]![1]);
      }
    }),
    { seed: 3, numRuns: 300 },
  );
});
