import { beforeAll, expect, test } from 'vitest';
import { localCrew } from '../../src/jobs/crew/local.ts';
import { sweep, type SweepResult, type SweepSpec } from '../../src/jobs/sweep.ts';
import { drawTrial, errorOf, stageOf, SUCCESS, type Stage } from '../../src/registration/trial.ts';
import { identity, rotationAngle } from '../../src/math/matrix4.ts';
import { wilson } from '../../src/math/wilson.ts';
import { spotModel } from './registrationScene.ts';

let stage: Stage;
let shape: Awaited<ReturnType<typeof spotModel>>['shape'];
beforeAll(async () => {
  ({ shape } = await spotModel());
  stage = stageOf(shape, 1);
});

const degrees = (i: number) => (rotationAngle(drawTrial(stage, 1, i, {}).modelFromScene) * 180) / Math.PI;

test('the base scene (seed 1, 300 trials): 200–600 points, 0–60°, nothing beyond the model, and no target point in it', () => {
  const sizes = Array.from({ length: 300 }, (_, i) => drawTrial(stage, 1, i, {}).scene.points.length / 3);
  expect(Math.min(...sizes)).toBeGreaterThanOrEqual(200);
  expect(Math.max(...sizes)).toBeLessThanOrEqual(600);
  const mean = sizes.reduce((a, b) => a + b) / 300;
  // Uniform on 200 … 600: SD 115.8, so four standard errors are 27.
  expect(Math.abs(mean - 400)).toBeLessThan(27);
  const angles = Array.from({ length: 300 }, (_, i) => degrees(i));
  expect(Math.max(...angles)).toBeLessThan(60);
  // Uniform on 0 … 60: SD 17.3, four standard errors 4.
  expect(Math.abs(angles.reduce((a, b) => a + b) / 300 - 30)).toBeLessThan(4);
  const targets = new Set(Array.from({ length: 5000 }, (_, i) => stage.target.points.slice(3 * i, 3 * i + 3).join()));
  const shared = Array.from({ length: 5000 }, (_, i) => stage.pool.points.slice(3 * i, 3 * i + 3).join());
  expect(shared.filter((point) => targets.has(point))).toEqual([]);
});

test('one factor set leaves the rest of a trial as it was (seed 1)', () => {
  const plain = drawTrial(stage, 1, 5, {});
  const noisy = drawTrial(stage, 1, 5, { outliers: 50 });
  expect(noisy.modelFromScene).toEqual(plain.modelFromScene);
  expect(noisy.scene.points.slice(0, plain.scene.points.length)).toEqual(plain.scene.points);
  expect(noisy.scene.points.length).toBe(plain.scene.points.length + 150);
  const turned = drawTrial(stage, 1, 5, { rotation: 90 });
  expect((rotationAngle(turned.modelFromScene) * 180) / Math.PI).toBeCloseTo(90, 9);
});

test('errorOf: 0 at the truth; a known shift as a part of the largest dimension', () => {
  const trial = drawTrial(stage, 1, 0, {});
  expect(errorOf(stage, trial.modelFromScene, trial)).toBeLessThan(1e-12);
  const off = Float64Array.from(trial.modelFromScene);
  off[3]! += 0.1;
  const sides = [0, 1, 2].map((c) => {
    const values = stage.target.points.filter((_, i) => i % 3 === c).sort();
    return values.at(-1)! - values[0]!;
  });
  expect(errorOf(stage, off, trial)).toBeCloseTo(0.1 / Math.max(...sides), 9);
});

const spec: SweepSpec = {
  over: 'rotation',
  values: [5, 170],
  methods: ['icp-point', 'icp-robust'],
  trials: 3,
  seed: 4,
};
const timeless = (result: SweepResult) =>
  JSON.parse(JSON.stringify(result, (key, value: unknown) => (key === 'medianMilliseconds' ? 0 : value))) as unknown;

test('a sweep (seed 4): at 5° all succeed, at 170° none; the same with one member and three; progress ends at 1', async () => {
  const parts: number[] = [];
  const one = await sweep(spec, { shape, maps: null }, localCrew(1), { onProgress: (part) => parts.push(part) });
  expect(parts).toEqual([1, 2, 3, 4, 5, 6].map((n) => n / 6));
  const three = await sweep(spec, { shape, maps: null }, localCrew(3));
  expect(timeless(three)).toEqual(timeless(one));
  for (const method of spec.methods) {
    const [near, far] = one.methods[method]!;
    expect(near).toMatchObject({ success: 1, ...wilson(3, 3) });
    expect(far).toMatchObject({ success: 0, ...wilson(0, 3) });
    expect(near!.medianError).toBeLessThan(SUCCESS);
    expect(far!.medianError).toBeGreaterThan(SUCCESS);
  }
});

test('the median is of the very errors that single trials give (seed 4)', async () => {
  const { methods } = await sweep({ ...spec, values: [5], methods: ['icp-point'] }, { shape, maps: null }, localCrew());
  const own = stageOf(shape, spec.seed);
  // Left as it lies, a scene turned by 5° is farther off than what ICP makes of it.
  const idle = [0, 1, 2].map((i) => errorOf(own, identity(), drawTrial(own, 4, i, { rotation: 5 })));
  expect(methods['icp-point']![0]!.medianError).toBeLessThan(Math.min(...idle));
});

test('a sweep stops between trials', async () => {
  const stop = { aborted: false };
  const stopped = sweep(spec, { shape, maps: null }, localCrew(), { stop, onProgress: () => (stop.aborted = true) });
  await expect(stopped).rejects.toMatchObject({ name: 'AbortError' });
});
