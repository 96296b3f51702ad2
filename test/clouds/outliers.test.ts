import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { buildKdTree } from '../../src/clouds/kdTree.ts';
import { meanDistances, statisticalInliers } from '../../src/clouds/outliers.ts';
import { surfaceVariation } from '../../src/clouds/variation.ts';
import { createRng } from '../../src/math/rng.ts';

const fixture = JSON.parse(
  readFileSync(new URL('../fixtures/registration/outliers.json', import.meta.url), 'utf8'),
) as {
  readonly points: readonly number[];
  readonly runs: readonly {
    readonly neighbours: number;
    readonly ratio: number;
    readonly distances: readonly number[];
    readonly kept: readonly number[];
  }[];
};

describe('statistical outlier removal, as Open3D defines it (worked out by NumPy)', () => {
  const points = Float64Array.from(fixture.points);
  const tree = buildKdTree(points);

  it.each(fixture.runs)('$neighbours neighbours, ratio $ratio', ({ neighbours, ratio, distances, kept }) => {
    const found = meanDistances(points, tree, neighbours);
    distances.forEach((distance, i) => expect(found[i]).toBeCloseTo(distance, 12));
    expect([...statisticalInliers(found, ratio)]).toEqual(kept);
    expect(kept.length).toBeLessThan(points.length / 3);
  });

  it('asked of a few points, it answers in their order', () => {
    const all = meanDistances(points, tree, 8);
    expect([...meanDistances(points, tree, 8, Int32Array.of(199, 3, 40))]).toEqual([all[199], all[3], all[40]]);
  });
});

describe('surface variation', () => {
  const every = (points: Float64Array) => Int32Array.from({ length: points.length / 3 }, (_, i) => i);

  it('is 0 on a plane, whichever way it lies, and ⅓ for a cube’s corners', () => {
    const rng = createRng(1, 'variation');
    const plane = Float64Array.from({ length: 90 }, () => 0);
    for (let i = 0; i < 90; i += 3) {
      plane[i] = rng.gaussian();
      plane[i + 1] = rng.gaussian();
      plane[i + 2] = 0.3 * plane[i]! - 0.7 * plane[i + 1]! + 5;
    }
    expect(surfaceVariation(plane, every(plane))).toBeCloseTo(0, 12);
    const cube = Float64Array.from({ length: 24 }, (_, i) => (Math.floor(i / 3) >> (i % 3)) & 1);
    expect(surfaceVariation(cube, every(cube))).toBeCloseTo(1 / 3, 12);
  });
});
