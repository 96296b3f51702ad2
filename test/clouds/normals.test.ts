import { expect, test } from 'vitest';
import { buildKdTree } from '../../src/clouds/kdTree.ts';
import { estimateNormals } from '../../src/clouds/normals.ts';
import { expSe3 } from '../../src/math/se3.ts';
import { rotateVectors, transformPoints } from '../../src/math/matrix4.ts';
import { createRng } from '../../src/math/rng.ts';
import { largestDifference } from '../math/difference.ts';
import { cloudFixture } from '../math/fixtures.ts';
import { sphere, torus } from './shapes.ts';

const dots = (a: Float64Array, b: Float64Array): Float64Array =>
  Float64Array.from(
    { length: a.length / 3 },
    (_, i) => a[3 * i]! * b[3 * i]! + a[3 * i + 1]! * b[3 * i + 1]! + a[3 * i + 2]! * b[3 * i + 2]!,
  );

test('directions: SciPy’s neighbours and NumPy’s eigenvectors, up to sign', () => {
  const points = Float64Array.from(cloudFixture.points);
  const { k, normals, gaps } = cloudFixture.normals;
  const cosines = dots(estimateNormals(points, buildKdTree(points), k, 'none'), Float64Array.from(normals));
  // sin of the angle between is what rounding (some 1e-15 of the covariance) makes of the gap; the fixture keeps 12 decimals.
  for (const [i, cosine] of cosines.entries())
    expect(1 - Math.abs(cosine)).toBeLessThan(1e-12 / Math.min(1, gaps[i]! ** 2 + 1e-6));
  expect(gaps.filter((gap) => gap > 0.01).length).toBeGreaterThan(280);
});

test('a plane far from the origin, turned: its normal exactly, up to sign (seed 9)', () => {
  const rng = createRng(9, 'plane');
  const flat = Float64Array.from({ length: 900 }, (_, i) => (i % 3 === 2 ? 0 : rng.between(-1, 1)));
  const pose = expSe3([0.5, -1, 0.2], [1e4, -2e4, 3e3]);
  const points = transformPoints(pose, flat);
  const expected = rotateVectors(pose, Float64Array.of(0, 0, 1));
  const ours = estimateNormals(points, buildKdTree(points), 12, 'none');
  // Coordinates of 2·10⁴ are rounded to 4·10⁻¹², over neighbours some 0.2 apart.
  for (let i = 0; i < ours.length; i += 3) {
    const side = Math.sign(dots(ours.subarray(i, i + 3), expected)[0]!);
    expect(
      largestDifference(
        ours.subarray(i, i + 3).map((c) => side * c),
        expected,
      ),
    ).toBeLessThan(1e-10);
  }
});

for (const [name, points, outward] of [
  ['a sphere away from the origin (seed 1)', sphere(2000, 1, [5, 5, 5]), sphere(2000, 1)],
  ['a thin torus (seed 2)', torus(4000, 0.25, 2).points, torus(4000, 0.25, 2).outward],
] as const) {
  test(`outward on ${name}: every normal, to the angle that curvature allows`, () => {
    const cosines = dots(estimateNormals(points, buildKdTree(points), 10, 'outward'), outward);
    // A disk of 10 neighbours on 2,000 points of a sphere spans 0.14 rad, on the tube 0.3: its plane tilts by less.
    expect(Math.min(...cosines)).toBeGreaterThan(0.9);
    expect(cosines.reduce((sum, c) => sum + c, 0) / cosines.length).toBeGreaterThan(0.995);
  });
}

test('outward in each part by itself: two spheres, the second within reach of no neighbour (seed 3)', () => {
  const points = Float64Array.from([...sphere(800, 3), ...sphere(800, 4, [40, 0, 0])]);
  const outward = Float64Array.from([...sphere(800, 3), ...sphere(800, 4)]);
  expect(Math.min(...dots(estimateNormals(points, buildKdTree(points), 10, 'outward'), outward))).toBeGreaterThan(0.9);
});

test('outward turns with the cloud, and does not depend on where it stands (seed 2)', () => {
  const { points } = torus(3000, 0.3, 2);
  const pose = expSe3([1, -0.7, 2], [3, 1, -8]);
  const moved = transformPoints(pose, points);
  const expected = rotateVectors(pose, estimateNormals(points, buildKdTree(points), 10, 'outward'));
  expect(Math.min(...dots(estimateNormals(moved, buildKdTree(moved), 10, 'outward'), expected))).toBeGreaterThan(
    1 - 1e-9,
  );
});

for (const [name, points] of [
  ['one point', Float64Array.of(1, 2, 3)],
  ['two points', Float64Array.of(1, 2, 3, 4, 5, 6)],
  ['fifty equal points', new Float64Array(150).fill(0.1)],
  ['points on a line', Float64Array.from({ length: 90 }, (_, i) => Math.floor(i / 3) * [1, -2, 0.5][i % 3]!)],
] as const) {
  test(`degenerate: ${name} give unit vectors, across the line where there is one`, () => {
    for (const orientation of ['none', 'outward'] as const) {
      const normals = estimateNormals(points, buildKdTree(points), 8, orientation);
      for (const lengthSq of dots(normals, normals)) expect(Math.abs(lengthSq - 1)).toBeLessThan(1e-14);
      if (name !== 'points on a line') continue;
      for (let i = 0; i < normals.length; i += 3) {
        expect(Math.abs(normals[i]! - 2 * normals[i + 1]! + 0.5 * normals[i + 2]!)).toBeLessThan(1e-7);
      }
    }
  });
}

test('no point, no normal', () => {
  const none = new Float64Array(0);
  expect(estimateNormals(none, buildKdTree(none), 8, 'outward')).toEqual(none);
});
