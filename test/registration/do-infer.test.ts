import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { buildKdTree } from '../../src/clouds/kdTree.ts';
import { meanPointError } from '../../src/clouds/meanPointError.ts';
import { perturb } from '../../src/clouds/perturb.ts';
import { sampleMesh } from '../../src/clouds/sampleMesh.ts';
import type { PointCloud } from '../../src/clouds/types.ts';
import {
  identity,
  invertRigid,
  multiply,
  rotationAngle,
  transformPoints,
  type Matrix4,
} from '../../src/math/matrix4.ts';
import { expSe3 } from '../../src/math/se3.ts';
import { applyMap, inferDo, prepareDo, type PreparedDo } from '../../src/registration/do/infer.ts';
import { decodeMaps } from '../../src/registration/do/maps.ts';
import { denormalisePose, frameOf, normalisePoints } from '../../src/registration/do/normalise.ts';
import type { DoMaps } from '../../src/registration/do/types.ts';
import { createRecorder, nullRecorder } from '../../src/registration/recorder.ts';
import { readSpot } from './spot.ts';

/* Inference with the shipped maps on the shipped model, and its frames. */

const never = { aborted: false };
/** Below this part of the model's largest dimension a registration has succeeded (paper, §4.1). */
const SUCCESS = 0.05;

let model: PointCloud;
let maps: DoMaps;
let prepared: PreparedDo;
beforeAll(() => {
  model = sampleMesh(readSpot(), 5000, 21);
  maps = decodeMaps(readFileSync('assets/maps/spot-do.bin'));
  prepared = prepareDo(maps);
});

const still = { points: 400, rotation: 0, translation: 0, noise: 0, outliers: 0, structured: 0, missing: 0 };
const errorOf = (pose: Matrix4, truth: Matrix4) => meanPointError(model.points, pose, truth);

test('a normalised pose and the caller’s do the same: n(T p) = T_n n(p)', () => {
  const frame = frameOf(readSpot());
  const pose = expSe3([0.3, -1, 0.4], [0.2, 0.1, -0.5]);
  const outside = denormalisePose(frame, pose, identity());
  const points = model.points.slice(0, 30);
  const a = normalisePoints(frame, transformPoints(outside, points));
  const b = transformPoints(pose, normalisePoints(frame, points));
  for (const [i, v] of a.entries()) expect(v).toBeCloseTo(b[i]!, 12);
  const box = normalisePoints(frame, readSpot().vertices);
  expect(Math.max(...box.map(Math.abs))).toBeCloseTo(1, 15);
});

test('x ← x − D h, and the length of the step', () => {
  const x = Float64Array.of(1, 2, 3, 4, 5, 6);
  const map = Float32Array.from({ length: 12 }, (_, i) => i);
  const length = applyMap(map, Float64Array.of(1, 0.5), x);
  const step = [0, 1, 2, 3, 4, 5].map((row) => 2 * row + 0.5 * (2 * row + 1));
  expect([...x]).toEqual([1, 2, 3, 4, 5, 6].map((v, i) => v - step[i]!));
  expect(length).toBeCloseTo(Math.hypot(...step), 12);
});

describe.each([
  ['clean, 50°', { rotation: 50, translation: 0.3 }],
  ['600 outliers, 50°', { rotation: 50, translation: 0.3, outliers: 600 }],
  ['45 % missing, 40°', { rotation: 40, translation: 0.3, missing: 0.45 }],
  [
    '300 outliers, 30 % missing, noise, 40°',
    { rotation: 40, translation: 0.3, outliers: 300, missing: 0.3, noise: 0.02 },
  ],
])('%s', (_, factors) => {
  test('all of seeds 1 … 6 succeed from a start that has not, towards the model, and end converged', () => {
    for (let seed = 1; seed <= 6; seed++) {
      const { scene, modelFromScene } = perturb(model, { ...still, ...factors }, seed);
      expect(errorOf(identity(), modelFromScene)).toBeGreaterThan(2 * SUCCESS);
      const { targetFromSource, converged, iterations } = inferDo(scene, prepared, nullRecorder, never);
      expect(errorOf(targetFromSource, modelFromScene), `seed ${seed}`).toBeLessThan(SUCCESS);
      // The other direction would not do: the test can tell model ← scene from its inverse.
      expect(errorOf(invertRigid(targetFromSource), modelFromScene)).toBeGreaterThan(SUCCESS);
      expect(converged).toBe(iterations < 1000);
      expect(iterations).toBeGreaterThanOrEqual(maps.maps.length);
    }
  });
});

test('what it gives is rigid and the same for the same scene (seed 8)', () => {
  const { scene } = perturb(model, { ...still, rotation: 45, outliers: 100 }, 8);
  const a = inferDo(scene, prepared, nullRecorder, never);
  expect(inferDo(scene, prepareDo(maps), nullRecorder, never)).toEqual(a);
  expect(rotationAngle(multiply(a.targetFromSource, invertRigid(a.targetFromSource)))).toBeLessThan(1e-12);
});

test('a start of one’s own: turned back by hand, a scene at 150° is found; from where it stands it is not (seed 3)', () => {
  const { scene, modelFromScene } = perturb(model, { ...still, rotation: 150, translation: 0.3 }, 3);
  const nearly = multiply(expSe3([0.1, 0.4, 0], [0.1, 0, 0]), modelFromScene);
  expect(errorOf(nearly, modelFromScene)).toBeGreaterThan(2 * SUCCESS);
  const found = inferDo(scene, prepared, nullRecorder, never, { init: nearly });
  expect(errorOf(found.targetFromSource, modelFromScene)).toBeLessThan(SUCCESS);
  const lost = inferDo(scene, prepared, nullRecorder, never);
  expect(errorOf(lost.targetFromSource, modelFromScene)).toBeGreaterThan(SUCCESS);
});

test('the record: one column a state, from the start to the answer; error falls, RMSE is measured against the target (seed 2)', () => {
  const { scene, modelFromScene } = perturb(model, { ...still, rotation: 40, translation: 0.3 }, 2);
  const recorder = createRecorder();
  recorder.phase('do');
  const tree = buildKdTree(model.points);
  const outcome = inferDo(scene, prepared, recorder, never, { targetTree: () => tree });
  const record = recorder.record();
  expect(record.steps).toBe(outcome.iterations);
  expect(record.poses.slice(0, 16)).toEqual(identity());
  expect(record.poses.slice(-16)).toEqual(outcome.targetFromSource);
  expect(outcome).toEqual(inferDo(scene, prepared, nullRecorder, never));
  const at = (step: number) => errorOf(record.poses.slice(16 * step, 16 * step + 16), modelFromScene);
  expect(at(10)).toBeLessThan(0.7 * at(0));
  expect(at(record.steps)).toBeLessThan(0.3 * at(10));
  expect(record.inlierRmse.at(-1)!).toBeLessThan(0.25 * record.inlierRmse[0]!);
  expect(record.inliers.at(-1)).toBe(400);
  expect(record.fitness.at(-1)).toBe(1);
});

test('points beyond three half extents are dropped, NaN with them; a scene out of reach has not converged', () => {
  const { scene } = perturb(model, { ...still, rotation: 30 }, 4);
  const far = Float64Array.of(...scene.points, 50, 0, 0, NaN, 0, 0);
  const found = inferDo({ points: far }, prepared, nullRecorder, never);
  expect(found.targetFromSource).toEqual(inferDo(scene, prepared, nullRecorder, never).targetFromSource);
  const away = scene.points.map((v) => v + 40);
  const lost = inferDo({ points: away }, prepared, nullRecorder, never);
  expect(lost).toEqual({ targetFromSource: identity(), iterations: 0, converged: false });
});

test('stopped: it returns what it has, not converged (seed 2)', () => {
  const { scene } = perturb(model, { ...still, rotation: 40 }, 2);
  let looked = 0;
  const stop = {
    get aborted() {
      return ++looked > 5;
    },
  };
  const outcome = inferDo(scene, prepared, nullRecorder, stop);
  expect(outcome).toMatchObject({ iterations: 5, converged: false });
});
