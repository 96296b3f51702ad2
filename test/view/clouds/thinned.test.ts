import { expect, test } from 'vitest';
import { thinned } from '../../../src/view/clouds/thinned.ts';

test('every n-th point, at most as many as asked for; a small cloud is itself', () => {
  const points = Float64Array.from({ length: 30 }, (_, i) => i);
  expect(thinned(points, 10)).toBe(points);
  expect([...thinned(points, 9)]).toEqual([0, 1, 2, 6, 7, 8, 12, 13, 14, 18, 19, 20, 24, 25, 26]);
  expect([...thinned(points, 3)]).toEqual([0, 1, 2, 12, 13, 14, 24, 25, 26]);
  expect([...thinned(points, 1)]).toEqual([0, 1, 2]);
});
