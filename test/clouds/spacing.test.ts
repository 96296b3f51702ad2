import { expect, test } from 'vitest';
import { buildKdTree } from '../../src/clouds/kdTree.ts';
import { bounds, medianSpacing } from '../../src/clouds/spacing.ts';
import { meanPointError } from '../../src/clouds/meanPointError.ts';
import { expSe3 } from '../../src/math/se3.ts';
import { identity, multiply } from '../../src/math/matrix4.ts';
import { cloudFixture } from '../math/fixtures.ts';
import { sphere } from './shapes.ts';

const spacing = (points: Float64Array): number => medianSpacing(points, buildKdTree(points));

test('median spacing: SciPy’s, to an ulp', () => {
  expect(spacing(Float64Array.from(cloudFixture.points))).toBeCloseTo(cloudFixture.spacing, 15);
});

test('the median spacing of a grid is its step, of 20,000 points too, and points on points do not count', () => {
  const grid = Float64Array.from({ length: 60_000 }, (_, i) => {
    const point = Math.floor(i / 3);
    return 0.25 * [point % 20, Math.floor(point / 20) % 25, Math.floor(point / 500)][i % 3]!;
  });
  expect(spacing(grid)).toBe(0.25);
  expect(spacing(Float64Array.from([...grid.subarray(0, 3000), ...grid.subarray(0, 300)]))).toBe(0.25);
  expect(spacing(new Float64Array(90).fill(4))).toBe(0);
  expect(spacing(Float64Array.of(1, 2, 3))).toBe(0);
  expect(spacing(new Float64Array(0))).toBe(0);
});

test('bounds', () => {
  expect(bounds(Float64Array.of(1, -2, 3, 4, 2, 3, 2, 0, 3))).toEqual({
    min: [1, -2, 3],
    max: [4, 2, 3],
    centre: [2.5, 0, 3],
    diagonal: 5,
    largestDimension: 4,
  });
  expect(() => bounds(new Float64Array(0))).toThrow(/empty/);
});

test('mean point error: in largest dimensions of the model, whatever the unit and the frame of the scene (seed 1)', () => {
  const model = sphere(500, 1).map((v) => 3 * v);
  const { largestDimension } = bounds(model);
  const truth = expSe3([1, 2, 0.5], [7, 8, 9]);
  expect(meanPointError(model, truth, truth)).toBeLessThan(1e-15);
  const shifted = multiply(expSe3([0, 0, 0], [0, 0.3, 0.4]), truth);
  expect(meanPointError(model, shifted, truth)).toBeCloseTo(0.5 / largestDimension, 12);
  // Half a turn about z moves a point by twice its distance from the axis, by hand:
  let sum = 0;
  for (let i = 0; i < model.length; i += 3) sum += 2 * Math.hypot(model[i]!, model[i + 1]!);
  const turned = multiply(expSe3([0, 0, Math.PI], [0, 0, 0]), identity());
  expect(meanPointError(model, turned, identity())).toBeCloseTo(sum / 500 / largestDimension, 12);
});
