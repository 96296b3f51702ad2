import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { makeSample } from '../../src/reconstruction/sample.ts';
import { trainingName } from '../../src/reconstruction/seeds.ts';
import { createMesh } from '../../src/reconstruction/shapes/mesh.ts';
import { trainingSample, type Mixture } from '../../tools/reconstruction/mixture/mixture.ts';
import { joined } from '../../tools/reconstruction/mixture/parts.ts';
import { varied } from '../../tools/reconstruction/mixture/varied.ts';

const alone: Mixture = { procedural: [1, 1], over: [0, 1], rest: 'both', meshes: [] };
const indices = Array.from({ length: 400 }, (_, i) => i);

const sphere = (() => {
  const mesh = createMesh();
  mesh.lathe(
    Array.from({ length: 17 }, (_, i) => [Math.sin((Math.PI * i) / 16) / 2, Math.cos((Math.PI * i) / 16) / 2]),
  );
  return mesh.triangles();
})();

/** Of a sphere of diameter 1 every point is half an edge from the middle, from whichever side it is seen. */
const isSphere = (points: ArrayLike<number>) =>
  Array.from({ length: 64 }, (_, i) => Math.hypot(points[3 * i]!, points[3 * i + 1]!, points[3 * i + 2]!)).every(
    (radius) => radius > 0.48 && radius < 0.502,
  );

describe('the wider generator', () => {
  test('draws things with an extent, of some hundred triangles, the same ones each time', () => {
    const counts = indices.map((seed) => {
      const triangles = joined(varied(seed));
      expect(triangles.length % 9).toBe(0);
      expect(triangles.every(Number.isFinite), `thing ${seed}`).toBe(true);
      return triangles.length / 9;
    });
    expect(Math.min(...counts)).toBeGreaterThanOrEqual(12);
    expect(Math.max(...counts)).toBeLessThan(8000);
    expect(new Set(counts).size).toBeGreaterThan(100);
    expect(joined(varied(7))).toEqual(joined(varied(7)));
    expect(joined(varied(7))).not.toEqual(joined(varied(8)));
  });
});

describe('the mixture', () => {
  test('of the ten categories alone is the generator as it ever was, with training’s own seeds', () => {
    for (const index of [0, 5, 123]) {
      const { category, seed } = trainingName(index);
      const { picture, points } = makeSample(category, seed, { points: 64, augment: true });
      expect(trainingSample(index, alone, 64)).toMatchObject({ category, picture, points });
    }
  });

  test('goes from the first share to the last', () => {
    const mixture = { procedural: [0.2, 0.8], rest: 'varied', meshes: [] } as const;
    const share = (over: readonly [number, number]) =>
      indices.filter((i) => trainingSample(i, { ...mixture, over }, 2).category !== undefined).length / indices.length;
    // 400 tries are within five standard deviations, 0.1, of their share.
    for (const [over, expected] of [
      [[400, 500], 0.2],
      [[-200, -100], 0.8],
      [[0, 400], 0.5],
    ] as const) {
      expect(Math.abs(share(over) - expected)).toBeLessThan(0.1);
    }
  });

  test('takes the meshes that it is given, drawn out or as they are, and none where it shall not', () => {
    const mixture: Mixture = {
      procedural: [0, 0],
      over: [0, 1],
      rest: 'meshes',
      meshes: [{ id: 'a/sphere', triangles: sphere }],
    };
    const round = indices.slice(0, 100).filter((i) => isSphere(trainingSample(i, mixture, 128).points)).length;
    // Half of them are left as they are.
    expect(round).toBeGreaterThan(25);
    expect(round).toBeLessThan(75);
    const without = indices
      .slice(0, 100)
      .filter((i) => isSphere(trainingSample(i, { ...mixture, rest: 'varied' }, 128).points));
    expect(without).toEqual([]);
  });
});

test('the stream goes from one batch to another: two that are the same are refused', () => {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['tools/reconstruction/stream.mjs', '--batch', '1', '--batches', '1', '--over', '3,3'],
    { encoding: 'utf8' },
  );
  expect([status, stdout]).toEqual([1, '']);
  expect(stderr).toContain('--over 3,3: two batches are wanted that differ');
});
