import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { buildKdTree } from '../../src/clouds/kdTree.ts';
import { expSe3 } from '../../src/math/se3.ts';
import { rotateVectors, transformPoints } from '../../src/math/matrix4.ts';
import { createRng } from '../../src/math/rng.ts';
import { matchFeatures } from '../../src/registration/global/featureMatches.ts';
import { fpfh, FPFH_SIZE } from '../../src/registration/global/fpfh.ts';

const fixture = JSON.parse(readFileSync(new URL('../fixtures/registration/fpfh.json', import.meta.url), 'utf8')) as {
  radius: number;
  points: number[];
  normals: number[];
  features: number[];
};
const points = Float64Array.from(fixture.points);
const normals = Float64Array.from(fixture.normals);
const { radius } = fixture;
const running = { aborted: false };
const features = fpfh(points, normals, buildKdTree(points), radius);

/** The output is float32: values up to 200 carry 1.5e-5 of rounding. */
const ROUNDING = 2e-5;

function largestDifference(a: ArrayLike<number>, b: ArrayLike<number>): number {
  return Array.from(a).reduce((most, value, i) => Math.max(most, Math.abs(value - (b[i] ?? NaN))), 0);
}

describe('fpfh', () => {
  it('equals the NumPy computation from the definition', () => {
    expect(features).toHaveLength(fixture.features.length);
    expect(largestDifference(features, fixture.features)).toBeLessThan(ROUNDING);
  });

  it('is the same for the turned and moved cloud', () => {
    const motion = expSe3([0.4, -1.1, 2.0], [30, -20, 7]);
    const moved = transformPoints(motion, points);
    const again = fpfh(moved, rotateVectors(motion, normals), buildKdTree(moved), radius);
    // No value lies within 1e-9 of a bin's edge (the fixture's script sees to it), so rounding moves none to another bin.
    expect(largestDifference(again, features)).toBeLessThan(ROUNDING);
  });

  it('tells a surface from the same one seen from behind', () => {
    const behind = fpfh(
      points,
      normals.map((c) => -c),
      buildKdTree(points),
      radius,
    );
    expect(largestDifference(behind, features)).toBeGreaterThan(20);
  });

  it('gives zeros to a point without neighbours', () => {
    const lonely = Float64Array.of(0, 0, 0, 1, 0, 0, 1, 0.1, 0);
    const up = Float64Array.of(0, 0, 1, 0, 0, 1, 0, 0, 1);
    const rows = fpfh(lonely, up, buildKdTree(lonely), 0.5);
    expect(rows.subarray(0, FPFH_SIZE).every((value) => value === 0)).toBe(true);
    // Both others lie in one plane: every angle falls into one bin, 100 from the point itself and 100 from its neighbour.
    expect([...rows.subarray(FPFH_SIZE)].filter((value) => value !== 0)).toEqual([200, 200, 200, 200, 200, 200]);
  });
});

describe('matchFeatures', () => {
  const noisy = (rows: Float32Array, seed: number): Float32Array => {
    const rng = createRng(seed, 'noisy rows');
    return rows.map((value) => value + rng.between(-6, 6));
  };

  it('keeps the pairs that a brute-force search finds mutual, seed 3', () => {
    const other = noisy(features, 3);
    const { from, to } = matchFeatures(features, other, running);
    const count = features.length / FPFH_SIZE;
    const distance = (i: number, j: number): number => {
      let sum = 0;
      for (let k = 0; k < FPFH_SIZE; k++) sum += (features[i * FPFH_SIZE + k]! - other[j * FPFH_SIZE + k]!) ** 2;
      return sum;
    };
    const all = Array.from({ length: count }, (_, i) => i);
    const leastBy = (cost: (i: number) => number): number => all.reduce((a, b) => (cost(b) < cost(a) ? b : a));
    const expected = all
      .map((i) => [i, leastBy((j) => distance(i, j))] as const)
      .filter(([i, j]) => leastBy((k) => distance(k, j)) === i);
    expect(expected.length).toBeGreaterThan(60);
    expect([...from].map((i, at) => [i, to[at]])).toEqual(expected);
  });

  it('takes one-sided pairs where few are mutual, and none of a row of zeros', () => {
    const few = features.slice(0, 20 * FPFH_SIZE);
    few.fill(0, 0, FPFH_SIZE);
    const { from } = matchFeatures(few, noisy(features, 4), running);
    expect([...from]).toEqual(Array.from({ length: 19 }, (_, i) => i + 1));
  });
});
