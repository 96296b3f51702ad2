import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildKdTree, kNearest, nearest, nearestTwo, withinRadius, type KdTree } from '../../src/clouds/kdTree.ts';
import { createRng } from '../../src/math/rng.ts';
import { cloudFixture as fixture } from '../math/fixtures.ts';
import { byDistance } from './bruteForce.ts';

const hit = { index: 0, distanceSq: 0, secondSq: 0 };

function neighbours(tree: KdTree, [x, y, z]: readonly [number, number, number], k: number) {
  const indices = new Int32Array(k);
  const distancesSq = new Float64Array(k);
  const found = kNearest(tree, x, y, z, k, indices, distancesSq);
  return Array.from({ length: found }, (_, i) => ({ index: indices[i]!, distanceSq: distancesSq[i]! }));
}

/** Every kind of query at one place against the sorted list of all points, exactly. */
function agrees(cloud: Float64Array, tree: KdTree, at: readonly [number, number, number], k: number, limitSq: number) {
  const all = byDistance(cloud, ...at);
  const within = all.filter(({ distanceSq }) => distanceSq <= limitSq);
  nearest(tree, ...at, hit, limitSq);
  expect({ index: hit.index, distanceSq: hit.distanceSq }).toEqual(within[0] ?? { index: -1, distanceSq: Infinity });
  nearestTwo(tree, ...at, hit, limitSq);
  expect(hit).toEqual({
    ...(within[0] ?? { index: -1, distanceSq: Infinity }),
    secondSq: within[1]?.distanceSq ?? limitSq,
  });
  expect(neighbours(tree, at, k)).toEqual(all.slice(0, k));
  const radius = Math.sqrt(limitSq);
  const ball = all.filter(({ distanceSq }) => distanceSq <= radius * radius).map(({ index }) => index);
  expect(withinRadius(tree, ...at, radius, []).sort((a, b) => a - b)).toEqual(ball.sort((a, b) => a - b));
}

const place = (coordinate: fc.Arbitrary<number>) => fc.tuple(coordinate, coordinate, coordinate);
const real = fc.double({ min: -10, max: 10, noNaN: true });
/** Few different values: most distances tie, many points coincide. */
const grid = fc.integer({ min: -2, max: 2 });
/** On one plane, one line or one spot. */
const flattened = fc
  .tuple(fc.array(place(real), { maxLength: 120 }), place(fc.constantFrom(0, 1)))
  .map(([points, keep]) => points.map((p) => p.map((c, i) => c * keep[i]!) as [number, number, number]));

for (const [name, clouds, queries] of [
  ['scattered points', fc.array(place(real), { maxLength: 150 }), place(real)],
  ['points of a coarse grid, with ties and duplicates', fc.array(place(grid), { maxLength: 300 }), place(grid)],
  ['grid points asked from between them', fc.array(place(grid), { maxLength: 300 }), place(real)],
  ['points on a plane, a line or one spot', flattened, place(real)],
] as const) {
  test(`every query equals a search through all points: ${name} (seed 11)`, () => {
    fc.assert(
      fc.property(
        clouds,
        fc.array(queries, { minLength: 1, maxLength: 8 }),
        fc.integer({ min: 1, max: 40 }),
        fc.oneof(fc.constant(Infinity), fc.constantFrom(0, 1, 2, 4, 9), fc.double({ min: 0, max: 100, noNaN: true })),
        (points, places, k, limitSq) => {
          const cloud = Float64Array.from(points.flat());
          const tree = buildKdTree(cloud);
          for (const at of places) agrees(cloud, tree, at, k, limitSq);
        },
      ),
      { seed: 11, numRuns: 150 },
    );
  });
}

test('no, one and two points', () => {
  nearestTwo(buildKdTree(new Float64Array(0)), 1, 2, 3, hit);
  expect(hit).toEqual({ index: -1, distanceSq: Infinity, secondSq: Infinity });
  expect(neighbours(buildKdTree(new Float64Array(0)), [1, 2, 3], 4)).toEqual([]);
  expect(withinRadius(buildKdTree(new Float64Array(0)), 1, 2, 3, 9, [])).toEqual([]);
  nearestTwo(buildKdTree(Float64Array.of(1, 2, 5)), 1, 2, 3, hit);
  expect(hit).toEqual({ index: 0, distanceSq: 4, secondSq: Infinity });
  nearestTwo(buildKdTree(Float64Array.of(1, 2, 6, 1, 2, 5)), 1, 2, 3, hit);
  expect(hit).toEqual({ index: 1, distanceSq: 4, secondSq: 9 });
});

test('10,000 equal points: the lowest index, and no tree deeper than a balanced one', () => {
  const cloud = new Float64Array(30_000).fill(0.5);
  const tree = buildKdTree(cloud);
  nearestTwo(tree, 0.5, 0.5, 0.5, hit);
  expect(hit).toEqual({ index: 0, distanceSq: 0, secondSq: 0 });
  expect(neighbours(tree, [0, 0, 0], 5).map(({ index }) => index)).toEqual([0, 1, 2, 3, 4]);
  expect(
    Math.max(...tree.last.map((last, i) => (tree.right[i] === 0 ? last - tree.first[i]! : 0))),
  ).toBeLessThanOrEqual(20);
});

test('20,000 points of a surface: 40 queries near and far equal a search through all (seed 3)', () => {
  const rng = createRng(3, 'kdTree.test');
  const cloud = new Float64Array(60_000);
  for (let i = 0; i < cloud.length; i += 3) rng.direction(cloud.subarray(i, i + 3));
  const tree = buildKdTree(cloud);
  for (let q = 0; q < 40; q++) {
    const far = q % 3 === 0 ? 3 : 1.1;
    agrees(cloud, tree, [rng.between(-far, far), rng.between(-far, far), rng.between(-far, far)], 20, q % 2 ? 0.01 : 1);
  }
});

test('the tree does not depend on the order of the points, but for the indices (seed 8)', () => {
  const rng = createRng(8, 'kdTree.test');
  const cloud = Float64Array.from({ length: 3000 }, () => rng.uniform());
  const reversed = Float64Array.from({ length: 3000 }, (_, i) => cloud[2997 - i + 2 * (i % 3)]!);
  const [a, b] = [buildKdTree(cloud), buildKdTree(reversed)];
  for (let q = 0; q < 200; q++) {
    const at = [rng.uniform(), rng.uniform(), rng.uniform()] as const;
    expect(neighbours(b, at, 7)).toEqual(
      neighbours(a, at, 7).map(({ index, distanceSq }) => ({ index: 999 - index, distanceSq })),
    );
  }
});

test('agrees with SciPy’s cKDTree: neighbours, distances and balls', () => {
  const tree = buildKdTree(Float64Array.from(fixture.points));
  const { k, indices, distances, queries, radius, within } = fixture;
  for (let q = 0; q < queries.length / 3; q++) {
    const at = queries.slice(3 * q, 3 * q + 3) as [number, number, number];
    const found = neighbours(tree, at, k);
    expect(found.map(({ index }) => index)).toEqual(indices.slice(k * q, k * q + k));
    // Both round a sum of three squares: an ulp or two.
    for (const [i, { distanceSq }] of found.entries())
      expect(Math.sqrt(distanceSq)).toBeCloseTo(distances[k * q + i]!, 14);
    expect(withinRadius(tree, ...at, radius, []).sort((a, b) => a - b)).toEqual(within[q]);
  }
});
