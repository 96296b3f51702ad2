import { expect, test } from 'vitest';
import { wilson } from '../../src/math/wilson.ts';

/* References: SciPy, binomtest(k, n).proportion_ci(0.95, 'wilson'). */
test.each([
  [0, 40, 0, 0.08762160119728662],
  [40, 40, 0.9123783988027133, 1],
  [38, 40, 0.8349612263085903, 0.9861793326138516],
  [1, 2, 0.09453120573423074, 0.9054687942657693],
  [190, 200, 0.910421851861224, 0.9726173543992361],
])('wilson(%i, %i)', (successes, trials, low, high) => {
  const interval = wilson(successes, trials);
  expect(interval.low).toBeCloseTo(low, 12);
  expect(interval.high).toBeCloseTo(high, 12);
});
