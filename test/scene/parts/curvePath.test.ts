import { expect, test } from 'vitest';
import { curvePath } from '../../../src/scene/parts/curvePath.ts';

test.each([
  ['whole', [10, 20, 30], 'M0.0,10.0L1.0,20.0L2.0,30.0'],
  ['without a value', [10, NaN, 30, 40], 'M0.0,10.0M2.0,30.0L3.0,40.0'],
  ['too far', [10, -2e5, 30], 'M0.0,10.0M2.0,30.0'],
  ['through a pole', [10, -5, 120, 90], 'M0.0,10.0L1.0,-5.0M2.0,120.0L3.0,90.0'],
  ['out and back in', [10, -5, 90], 'M0.0,10.0L1.0,-5.0L2.0,90.0'],
] as const)('a curve %s', (_, heights, path) => {
  const points = heights.map((y, x) => [x, y] as const);
  expect(curvePath(points, 100)).toBe(path);
});
