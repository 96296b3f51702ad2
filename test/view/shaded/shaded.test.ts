import fc from 'fast-check';
import { PerspectiveCamera, Vector3 } from 'three';
import { describe, expect, test } from 'vitest';
import { createRng } from '../../../src/math/rng.ts';
import { inkColours, sourceHues } from '../../../src/state/ink.ts';
import { scanTargetColour } from '../../../src/view/clouds/colours.ts';
import { cloudShare } from '../../../src/view/clouds/share.ts';
import { broadDirection, ceilingOf, densePart } from '../../../src/view/clouds/shaded/dense.ts';
import { domeLight } from '../../../src/view/clouds/shaded/eyeDome.ts';
import { fileColours } from '../../../src/view/clouds/shaded/fileColours.ts';
import { aimLens } from '../../../src/view/clouds/shaded/lens.ts';
import { spaced } from '../../../src/view/clouds/shaded/spacings.ts';
import { palettes } from '../../../src/view/palette.ts';
import { qualityAt, qualityFor } from '../../../src/view/quality.ts';
import type { CloudFile } from '../../../src/io/clouds/types.ts';
import { deltaE, labOf, visions } from '../../state/colourVision.ts';

/** A square n × n grid of points `apart` apart from (x, y, z) on, along two axes. */
function grid(n: number, apart: number, [x, y, z]: readonly number[], u: number, v: number): number[] {
  return Array.from({ length: n * n }, (_, i) => {
    const point = [x!, y!, z!];
    point[u]! += apart * (i % n);
    point[v]! += apart * Math.floor(i / n);
    return point;
  }).flat();
}

describe('eye-dome lighting', () => {
  /** Depths around a pixel of a plane that falls back by `slope` a pixel of width 1 to the right, seen from 100 away. */
  const around = (slope: number) =>
    Array.from({ length: 8 }, (_, k) => 100 * Math.exp((slope * Math.cos((k * Math.PI) / 4)) / 100));

  test('what faces the eye keeps its light, what stands behind a neighbour loses it, the background takes none', () => {
    expect(domeLight(100, around(0), 1)).toBe(1);
    expect(domeLight(100, new Array<number>(8).fill(1e9), 1)).toBe(1);
    // Half of its neighbours stand far before it: each counts as a slope of 4.
    expect(domeLight(100, [50, 50, 50, 50, 100, 100, 100, 100], 1)).toBeCloseTo(Math.exp((-0.45 * 4) / 2), 1);
  });

  test('the steeper a plane, the darker: slope 1 as the mean of the positive cosines says; the zoom changes nothing', () => {
    const positive = [0, 1, 7].map((k) => Math.cos((k * Math.PI) / 4));
    const mean = positive.reduce((sum, s) => sum + s / (1 + s / 4), 0) / 8;
    expect(domeLight(100, around(1), 1)).toBeCloseTo(Math.exp(-0.45 * mean), 9);
    const lights = [0, 0.2, 1, 5, 20].map((slope) => domeLight(100, around(slope), 1));
    expect([...lights].sort((a, b) => b - a)).toEqual(lights);
    // Ten times as near and as finely drawn: the same surface, the same light.
    const nearer = around(1).map((depth) => 10 * Math.exp(Math.log(depth / 100)));
    expect(domeLight(10, nearer, 0.1)).toBeCloseTo(domeLight(100, around(1), 1), 9);
  });
});

describe('spacings', () => {
  test('a grid’s, wherever it stands and however far apart (seed 1): within a factor of 2', () => {
    const place = fc.double({ min: -50, max: 50, noNaN: true });
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 10, noNaN: true }), place, place, (apart, x, y) => {
        const { spacings } = spaced(Float64Array.from(grid(40, apart, [x, y, 3], 0, 1)));
        const sorted = [...spacings].sort((a, b) => a - b);
        expect(sorted[800]! / apart).toBeGreaterThan(0.5);
        expect(sorted[800]! / apart).toBeLessThan(2);
      }),
      { seed: 1, numRuns: 30 },
    );
  });

  test('a dense patch beside a sparse one keeps its own; nothing is taken for more than four medians', () => {
    const points = [...grid(60, 0.05, [0, 0, 0], 0, 1), ...grid(20, 0.5, [10, 0, 0], 0, 1), 500, 500, 500];
    const { spacings, order } = spaced(Float64Array.from(points));
    const median = (from: number, to: number) => [...spacings.slice(from, to)].sort((a, b) => a - b)[(to - from) >> 1]!;
    expect(median(3600, 4000) / median(0, 3600)).toBeGreaterThan(2);
    expect(Math.max(...spacings)).toBeLessThanOrEqual(4 * median(0, 4001) + 1e-6);
    expect([...order].sort((a, b) => a - b)).toEqual(Array.from({ length: 4001 }, (_, i) => i));
  });

  test('no points, one point, many on one spot', () => {
    expect(spaced(new Float64Array(0)).spacings).toHaveLength(0);
    for (const n of [1, 9]) expect([...spaced(new Float64Array(3 * n)).spacings].every(Number.isFinite)).toBe(true);
  });
});

describe('what is looked at', () => {
  test('the dense part, without the far points that would make it small (seed 2)', () => {
    const rng = createRng(2);
    const far = Array.from({ length: 200 }, () => [0, 1, 2].map(() => 200 * (rng.uniform() - 0.5))).flat();
    const points = Float64Array.from([...grid(50, 0.1, [0, 0, 0], 0, 2), ...far]);
    const dense = densePart(points, spaced(points).spacings);
    expect(dense.length / 3).toBeGreaterThan(1500);
    expect(Math.min(...dense)).toBeGreaterThanOrEqual(-0.01);
    expect(Math.max(...dense)).toBeLessThanOrEqual(5);
  });

  test('a room has a ceiling just under its top layer; a street, and a room without its roof, have none', () => {
    const floor = grid(40, 0.1, [0, 0, 0], 0, 2);
    const walls = [0, 4].flatMap((x) =>
      grid(20, 0.2, [x, 0, 0], 1, 2).filter((_, i, all) => all[3 * Math.floor(i / 3) + 1]! < 2.5),
    );
    const ceiling = ceilingOf([...floor, ...walls, ...grid(40, 0.1, [0, 2.5, 0], 0, 2)]);
    expect(ceiling).toBeLessThan(2.5);
    expect(ceiling).toBeGreaterThan(2);
    expect(ceilingOf([...floor, ...walls])).toBe(Infinity);
    expect(ceilingOf([])).toBe(Infinity);
  });

  test('a wall is seen from before it and from low, a plain from higher, a room from above its walls', () => {
    const wall = [...grid(30, 0.2, [0, 0, 0], 0, 1)];
    const { azimuth, elevation } = broadDirection(wall, false);
    // Its own face or its back, within a step.
    expect(Math.abs(Math.cos((azimuth * Math.PI) / 180))).toBeGreaterThan(0.9);
    expect(elevation).toBe(12);
    expect(broadDirection(grid(30, 0.2, [0, 0, 0], 0, 2), false).elevation).toBe(38);
    expect(broadDirection(wall, true).elevation).toBe(47);
  });
});

test('a lens looks along its surface: what is before it is below, as on a plan; of the ground the upper side is up', () => {
  const eye = new PerspectiveCamera(26, 1, 0.5, 600);
  eye.position.set(10, 12, 40);
  eye.lookAt(0, 0, 0);
  eye.updateMatrixWorld();
  const glass = new PerspectiveCamera();
  const seen = (normal: readonly [number, number, number], offset: number) => {
    const lens = { place: [1, 2, 3] as const, normal, width: 0.5, boxes: [] };
    const focal = aimLens(glass, eye, lens, 100);
    glass.updateMatrixWorld();
    expect(focal * (0.5 / (0.25 / Math.tan((4 * Math.PI) / 180)))).toBeCloseTo(100, 6);
    return new Vector3(1, 2, 3).addScaledVector(new Vector3(...normal), offset).project(glass);
  };
  expect(seen([0, 0, 1], 0).toArray().slice(0, 2).map(Math.abs)).toEqual([expect.closeTo(0, 9), expect.closeTo(0, 9)]);
  expect(seen([0, 0, 1], 0.1).y).toBeCloseTo(-0.4, 6);
  expect(seen([0, 1, 0], 0.1).y).toBeCloseTo(0.4, 6);
  expect(seen([0, 1, 0], 0.1).x).toBeCloseTo(0, 6);
});

describe.each(['light', 'dark'] as const)('the target of two scans, %s theme', (theme) => {
  test.each(Object.keys(visions) as (keyof typeof visions)[])(
    'is told from every source and the page with %s',
    (eye) => {
      const target = labOf(scanTargetColour(palettes[theme]), eye);
      for (const hue of sourceHues)
        expect(deltaE(target, labOf(inkColours[theme][hue], eye))).toBeGreaterThanOrEqual(24);
      expect(deltaE(target, labOf(palettes[theme].paper, eye))).toBeGreaterThanOrEqual(20);
      expect(deltaE(target, labOf(palettes[theme].accent))).toBeGreaterThanOrEqual(20);
    },
  );
});

test('the file’s colours, or its intensities as greys; every n-th where every n-th is drawn', () => {
  const all = new Float64Array(12);
  const file = (fields: readonly [string, number[]][]) =>
    ({
      count: 4,
      rowOf: null,
      fields: fields.map(([name, values]) => ({ name, type: 'float32', values: Float32Array.from(values) })),
    }) as unknown as CloudFile;
  const rgb = file([
    ['red', [0, 255, 1, 2]],
    ['green', [3, 4, 5, 6]],
    ['Blue', [7, 8, 9, 10]],
  ]);
  expect([...fileColours(rgb, all, all)!.slice(0, 6)]).toEqual([0, 3, 7, 255, 4, 8]);
  expect([...fileColours(rgb, all, new Float64Array(6))!]).toEqual([0, 3, 7, 1, 5, 9]);
  const parts = file([
    ['r', [0, 1, 0, 0.2]],
    ['g', [0, 0, 0, 0]],
    ['b', [0, 0, 0, 0]],
  ]);
  expect(fileColours(parts, all, all)![9]).toBe(51);
  const grey = fileColours(file([['scalar_intensity', [5, 50, 20, 10]]]), all, all)!;
  expect([grey[0]! < grey[9]!, grey[9]! < grey[6]!, grey[6]! < grey[3]!, grey[3] === grey[4]]).toEqual([
    true,
    true,
    true,
    true,
  ]);
  expect(fileColours(file([['x', [1, 2, 3, 4]]]), all, all)).toBeNull();
});

test('a picture that stands may take longer: all of it on a GPU, six times as much by software, more where the best is asked', () => {
  const slow = qualityAt(qualityFor('NVIDIA', 1600), 2);
  expect([cloudShare(2e5, slow, 'NVIDIA'), cloudShare(2e5, slow, 'NVIDIA', 'still')]).toEqual([0.25, 1]);
  const software = (movement: 'moves' | 'still' | 'best') => cloudShare(1.2e6, slow, 'Google SwiftShader', movement);
  expect((['moves', 'still', 'best'] as const).map((m) => Number(software(m).toFixed(4)))).toEqual([0.0167, 0.1, 0.5]);
});
