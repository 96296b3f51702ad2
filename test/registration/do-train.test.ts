import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { localCrew } from '../../src/jobs/crew/local.ts';
import { openGramRoom } from '../../src/jobs/gramRoom.ts';
import { trainDo } from '../../src/jobs/trainDo.ts';
import { expSe3 } from '../../src/math/se3.ts';
import { transformPoints } from '../../src/math/matrix4.ts';
import { featureOf } from '../../src/registration/do/feature.ts';
import { decodeMaps, encodeMaps } from '../../src/registration/do/maps.ts';
import { drawSample, type Sample } from '../../src/registration/do/samples.ts';
import { blocksOf, createTrainer, solveMap } from '../../src/registration/do/train.ts';
import { solveRight } from '../../src/registration/do/solve.ts';
import { defaultTraining, type DoMaps, type DoModel, type DoTraining } from '../../src/registration/do/types.ts';
import { createRng } from '../../src/math/rng.ts';
import { bounds } from '../../src/clouds/spacing.ts';
import { ellipsoid } from './do-ellipsoid.ts';

/* Training against NumPy's ridge regression, and against itself: on any number of members, interrupted, with every feature. */

interface Run {
  readonly feature: readonly number[];
  readonly maps: readonly (readonly number[])[];
  readonly errors: readonly number[];
}
const fixture = JSON.parse(readFileSync('test/fixtures/registration/do-training.json', 'utf8')) as {
  readonly counts: { readonly points: number; readonly samples: number; readonly scene: number; readonly maps: number };
  readonly direct: Run;
  readonly grid: Run;
};

/** The generator of tools/fixtures/make_do_fixtures.py, and what it draws. */
function fixtureProblem() {
  const { points: count, samples, scene } = fixture.counts;
  let state = 1;
  const uniform = () => {
    state = (Math.imul(1664525, state) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  const directions = Array.from({ length: 3 * count }, () => 2 * uniform() - 1);
  const norm = (a: number) => Math.sqrt([0, 1, 2].reduce((sum, c) => sum + directions[3 * a + c]! ** 2, 0));
  const unit = directions.map((d, i) => d / norm(Math.floor(i / 3)));
  const points = Float32Array.from(unit, (v, i) => v * [1, 0.7, 0.5][i % 3]!);
  const truths = Array.from({ length: samples }, () =>
    Float64Array.from([0.6, 0.6, 0.6, 0.3, 0.3, 0.3], (half) => (2 * uniform() - 1) * half),
  );
  const drawn = truths.map((truth): Sample => {
    const picked = Array.from({ length: scene }, () => Math.floor(count * uniform()));
    const seen = Float64Array.from(picked.flatMap((a) => [...points.subarray(3 * a, 3 * a + 3)]));
    const back = truth.map((v) => -v);
    return { truth, scene: Float32Array.from(transformPoints(expSe3(back.subarray(0, 3), back.subarray(3)), seen)) };
  });
  return { model: { points, normals: Float32Array.from(unit) }, drawn };
}

const relativeGap = (a: ArrayLike<number>, b: readonly number[]) => {
  const largest = Math.max(...b.map(Math.abs));
  return Math.max(...b.map((v, i) => Math.abs(a[i]! - v))) / largest;
};

describe.each(['direct', 'grid'] as const)('60 model points, 200 samples, 3 maps (%s)', (kind) => {
  const training: DoTraining = {
    ...defaultTraining,
    samples: fixture.counts.samples,
    maps: fixture.counts.maps,
    feature: kind === 'direct' ? { kind } : { kind, step: 0.05 },
  };

  test('equals NumPy: features to 1e-7, maps to 1e-5 of their largest entry, errors to 1e-6', () => {
    const { model, drawn } = fixtureProblem();
    const h = new Float64Array(2 * fixture.counts.points);
    featureOf(training.feature, model)(drawn[0]!.scene, expSe3([0, 0, 0], [0, 0, 0]), h);
    expect(Math.max(...fixture[kind].feature.map((v, k) => Math.abs(v - h[k]!)))).toBeLessThan(1e-7);

    const trainer = createTrainer(training, model, (i) => drawn[i]!, { member: 0, of: 1 }, openGramRoom);
    const { samples, maps } = fixture.counts;
    for (let t = 0; t < maps; t++) {
      const sums = Array.from({ length: blocksOf(training) }, (_, block) => trainer.fill(block, true));
      const right = sums[0]!.right.map((_, i) => sums.reduce((sum, s) => sum + s.right[i]!, 0));
      const error = Math.sqrt(sums.reduce((sum, s) => sum + s.errorSq, 0) / samples);
      expect(Math.abs(error - fixture[kind].errors[t]!)).toBeLessThan(1e-6);
      const map = solveMap(training, [trainer.takeTiles()], right);
      // HHᵀ is summed in float32: 128 products lose at most 129 · 2⁻²⁴ = 8e-6 of themselves, typically a tenth of it; the
      // float32 features and maps add 2⁻²⁴ each. λI bounds what the solve makes of it.
      expect(relativeGap(map, fixture[kind].maps[t]!)).toBeLessThan(1e-5);
      const after = Math.sqrt(trainer.update(map).reduce((a, b) => a + b, 0) / samples);
      expect(Math.abs(after - fixture[kind].errors[t + 1]!)).toBeLessThan(1e-6);
    }
  });
});

test.each([1, 2, 3, 4, 5, 8, 33])('D A = B, A = MMᵀ + I, n = %i (seed 1)', (n) => {
  const rng = createRng(1, 'solve', n);
  const m = Float64Array.from({ length: n * n }, () => rng.between(-1, 1));
  const at = (i: number, j: number) =>
    Array.from({ length: n }, (_, k) => m[i * n + k]! * m[j * n + k]!).reduce((a, b) => a + b, i === j ? 1 : 0);
  // What stands above the diagonal must not matter.
  const a = Float64Array.from({ length: n * n }, (_, e) =>
    e % n > Math.floor(e / n) ? 1e9 : at(Math.floor(e / n), e % n),
  );
  const b = Float64Array.from({ length: 2 * n }, () => rng.between(-1, 1));
  const d = b.slice();
  solveRight(a, n, d);
  for (let row = 0; row < 2; row++) {
    for (let j = 0; j < n; j++) {
      const product = Array.from({ length: n }, (_, k) => d[row * n + k]! * at(k, j)).reduce((x, y) => x + y, 0);
      expect(product).toBeCloseTo(b[row * n + j]!, 12);
    }
  }
});

test('a matrix that is not positive definite is refused', () => {
  expect(() => solveRight(Float64Array.of(1, 0, 2, 1), 2, Float64Array.of(1, 1))).toThrow(/positive definite/);
});

test('samples (seed 7): the same whenever they are drawn, within the stated ranges, and x* undoes the scene', () => {
  const { shape } = ellipsoid();
  const surface = { points: shape.points };
  const size = { min: Infinity, max: 0 };
  for (let index = 0; index < 200; index++) {
    const { scene, truth } = drawSample(surface, 7, index);
    const count = scene.length / 3;
    size.min = Math.min(size.min, count);
    size.max = Math.max(size.max, count);
    // 400 … 800 points of which 40 … 90 % are gone, up to 300 outliers, a blob of 50 … 200.
    expect(count).toBeGreaterThanOrEqual(40 + 50);
    expect(count).toBeLessThanOrEqual(480 + 300 + 200);
    expect(Math.hypot(...truth.subarray(0, 3))).toBeLessThanOrEqual((60 * Math.PI) / 180 + 1e-12);
    const pose = expSe3(truth.subarray(0, 3), truth.subarray(3));
    const moved = transformPoints(pose, Float64Array.from(scene));
    // The first point is the model's (noise of SD ≤ 0.05, five of them): near the surface again.
    const [x, y, z] = [moved[0]!, moved[1]! / 0.7, moved[2]! / 0.5];
    expect(Math.abs(Math.hypot(x, y, z) - 1)).toBeLessThan(0.25 / 0.5);
  }
  expect(size.max - size.min).toBeGreaterThan(300);
  expect(drawSample(surface, 7, 5)).toEqual(drawSample(surface, 7, 5));
  expect(drawSample(surface, 7, 5)).not.toEqual(drawSample(surface, 8, 5));
});

const training: DoTraining = { ...defaultTraining, samples: 300, maps: 3, seed: 11, voxel: 0.5 };
const model: DoModel = ellipsoid();
const train = (size: number, options: Parameters<typeof trainDo>[3] = {}) =>
  trainDo(training, model, localCrew(size), options);

test('one seed (11), one result: bit for bit on one, two and three members', async () => {
  const one = await train(1);
  expect(one.maps.length).toBe(3);
  // It learns, and each map does some of it.
  for (let t = 1; t <= 3; t++) expect(one.errors[t]!).toBeLessThan(0.97 * one.errors[t - 1]!);
  for (const size of [2, 3]) expect(encodeMaps(await train(size))).toEqual(encodeMaps(one));
  expect(bounds(Float64Array.from(one.points)).largestDimension).toBeLessThanOrEqual(2);
});

test('interrupted after each map and resumed from the encoded checkpoint (seed 11): the same bits', async () => {
  const whole = encodeMaps(await train(2));
  const checkpoints: Uint8Array[] = [];
  await train(1, { onCheckpoint: (partial) => checkpoints.push(encodeMaps(partial)) });
  expect(checkpoints.length).toBe(3);
  expect(checkpoints[2]).toEqual(whole);
  for (const bytes of checkpoints.slice(0, 2)) {
    expect(encodeMaps(await train(1, { resume: decodeMaps(bytes) }))).toEqual(whole);
  }
});

test('a checkpoint of another seed or model, or of a training that is done, is refused', async () => {
  const partials: DoMaps[] = [];
  const done = await train(1, { onCheckpoint: (partial) => partials.push(partial) });
  const [first] = partials as [DoMaps, ...DoMaps[]];
  await expect(train(1, { resume: { ...first, training: { ...training, seed: 12 } } })).rejects.toThrow(/another/);
  await expect(train(1, { resume: { ...first, model: { ...first.model, checksum: 'x' } } })).rejects.toThrow(/another/);
  await expect(train(1, { resume: done })).rejects.toThrow(/done/);
});

test('stopped at a fifth: an AbortError, no further map, and progress had only grown', async () => {
  const stop = { aborted: false };
  const parts: number[] = [];
  const stopped = train(2, {
    stop,
    onProgress: ({ part, maps }) => {
      expect(maps).toBe(3);
      parts.push(part);
      if (part >= 0.2) stop.aborted = true;
    },
  });
  await expect(stopped).rejects.toMatchObject({ name: 'AbortError' });
  expect(parts).toEqual(parts.toSorted((a, b) => a - b));
  expect(parts.at(-1)!).toBeLessThan(0.5);
});

test('a model without extent or with next to no points cannot be learned', async () => {
  const tryOn = (points: Float64Array) => trainDo(training, { ...model, shape: { points } }, localCrew());
  await expect(tryOn(new Float64Array(30))).rejects.toThrow(/extent/);
  await expect(tryOn(Float64Array.of(0, 0, 0, 1, 0, 0, 0, 1, 0))).rejects.toThrow(/too few/);
});
