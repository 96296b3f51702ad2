import fc from 'fast-check';
import { expect, test } from 'vitest';
import { downsample, voxelDownsample } from '../../src/clouds/voxel.ts';
import { cloudFixture as fixture } from '../math/fixtures.ts';
import { largestDifference } from '../math/difference.ts';

for (const { size, origin, means } of fixture.voxels) {
  test(`voxels of ${size} from ${origin.join(', ')}: NumPy’s means in NumPy’s order`, () => {
    const ours = voxelDownsample(Float64Array.from(fixture.points), size, origin);
    // Sums of a few numbers near 1, in the same order.
    expect(largestDifference(ours, means)).toBeLessThan(1e-15);
  });
}

test('a cell is half open, cells below zero are cells, and the order is z, y, x', () => {
  const points = Float64Array.of(1, 0, 0, 0.999, 0, 0, -0.5, 0, 0, 0, 0, -0.1, 0, 1, 0);
  expect([...voxelDownsample(points, 1)]).toEqual([0, 0, -0.1, -0.5, 0, 0, 0.999, 0, 0, 1, 0, 0, 0, 1, 0]);
});

test('the mean of all points stands, cells are few enough, and the order of the points only changes rounding (seed 21)', () => {
  const coordinate = fc.double({ min: -50, max: 50, noNaN: true });
  fc.assert(
    fc.property(
      fc.array(fc.tuple(coordinate, coordinate, coordinate), { minLength: 1, maxLength: 200 }),
      fc.double({ min: 0.5, max: 200, noNaN: true }),
      (points, size) => {
        const ours = voxelDownsample(Float64Array.from(points.flat()), size);
        const cells = new Map<string, [number, number, number][]>();
        for (const p of points) {
          const key = p.map((c) => Math.floor(c / size)).join();
          cells.set(key, [...(cells.get(key) ?? []), p]);
        }
        expect(ours.length / 3).toBe(cells.size);
        for (let i = 0; i < ours.length; i += 3) {
          const inside = [...cells.values()].filter(
            (members) => largestDifference(meanOf(members), ours.subarray(i, i + 3)) < 1e-11, // 200 terms of up to 50
          );
          expect(inside.length).toBeGreaterThan(0);
        }
        const backwards = voxelDownsample(Float64Array.from(points.toReversed().flat()), size);
        expect(largestDifference(ours, backwards)).toBeLessThan(1e-11);
      },
    ),
    { seed: 21, numRuns: 100 },
  );
});

function meanOf(points: readonly (readonly [number, number, number])[]): number[] {
  return [0, 1, 2].map((c) => points.reduce((sum, p) => sum + p[c]!, 0) / points.length);
}

test('millimetres over 200 m: 2·10⁵ cells an axis keep apart and in order', () => {
  const far = Float64Array.of(200, 200, 5, 0, 0, 0, 200, 200, 5.0015, 200.0015, 0, 0);
  expect([...voxelDownsample(far, 0.001)]).toEqual([0, 0, 0, 200.0015, 0, 0, 200, 200, 5, 200, 200, 5.0015]);
});

test('more cells than an exact key can count are refused, as are sizes that are none', () => {
  const far = Float64Array.of(0, 0, 0, 1e6, 1e6, 1e6);
  expect(() => voxelDownsample(far, 1e-3)).toThrow(/too small for a cloud of .* cells: take a larger one/);
  expect(() => voxelDownsample(far, 1e-320)).toThrow(RangeError);
  for (const size of [0, -1, NaN, Infinity]) expect(() => voxelDownsample(far, size)).toThrow(RangeError);
});

test('an empty cloud stays empty', () => {
  expect(downsample({ points: new Float64Array(0), normals: new Float64Array(0) }, 1)).toEqual({
    points: new Float64Array(0),
    normals: new Float64Array(0),
  });
});

test('normals: the mean’s direction, of length 1; the first one where they cancel', () => {
  const points = Float64Array.of(0.1, 0, 0, 0.2, 0, 0, 1.1, 0, 0, 1.2, 0, 0);
  const normals = Float64Array.of(1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, -1);
  const out = downsample({ points, normals }, 1);
  expect(largestDifference(out.points, [0.15, 0, 0, 1.15, 0, 0])).toBeLessThan(1e-15);
  expect(largestDifference(out.normals ?? [], [Math.SQRT1_2, Math.SQRT1_2, 0, 0, 0, 1])).toBeLessThan(1e-15);
  expect(downsample({ points }, 1).normals).toBeUndefined();
});
