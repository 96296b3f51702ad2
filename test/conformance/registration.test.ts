import { beforeAll, describe, expect, test } from 'vitest';
import type { PointCloud } from '../../src/clouds/types.ts';
import { defaultMethod, methodIds, registrationMethods, type MethodId } from '../../src/registration/methods/index.ts';
import { register, solve } from '../../src/registration/register.ts';
import { defaultRegisterSpec } from '../../src/registration/specs.ts';
import { kernelIds } from '../../src/registration/types.ts';
import { drawTrial, errorOf, stageOf, type Stage, type Trial } from '../../src/registration/trial.ts';
import { identity, isRigid } from '../../src/math/matrix4.ts';
import { prepareDo, type PreparedDo } from '../../src/registration/do/infer.ts';
import { nullRecorder } from '../../src/registration/recorder.ts';
import { smallMaps, spotModel } from '../jobs/registrationScene.ts';

/* Every method of the registry; a new line arrives tested. */

let stage: Stage;
let trial: Trial;
let maps: PreparedDo;
beforeAll(async () => {
  const model = await spotModel();
  stage = stageOf(model.shape, 1);
  // 800 of Spot's points turned by 12° and moved (trial 0 of seed 2): every method can do that.
  trial = drawTrial(stage, 2, 0, { points: 800, rotation: 12, translation: 0.05 });
  maps = prepareDo(await smallMaps(model));
}, 60_000);

const never = { aborted: false };
/** A clock that ticks once a look. */
const clock = () => {
  let t = 0;
  return () => t++;
};

const mapsOf = (method: MethodId) => (registrationMethods[method].takes.includes('maps') ? maps : null);

function run(method: MethodId, record: boolean, source: PointCloud = trial.scene) {
  const context = { maps: mapsOf(method), record, stop: never, now: clock() };
  return register({ ...defaultRegisterSpec, method }, source, stage.target, context);
}

test('the registry holds the ids, the default first, and ids suit a command line and a link', () => {
  expect(Object.keys(registrationMethods).sort()).toEqual(methodIds.toSorted());
  expect(methodIds[0]).toBe(defaultMethod);
  for (const id of methodIds) expect(id).toMatch(/^[a-z][a-z0-9-]*$/);
});

describe.each([...methodIds])('%s', (method) => {
  test('brings the scene home, with a rigid pose, a record that ends in it and a verdict (seed 2)', () => {
    const before = errorOf(stage, identity(), trial);
    const result = run(method, true);
    expect(isRigid(result.targetFromSource, 1e-9)).toBe(true);
    // The little-trained maps alone only come nearer; all others end within the paper's 0.05.
    const error = errorOf(stage, result.targetFromSource, trial);
    expect(error).toBeLessThan(method === 'do' ? 0.8 * before : Math.min(0.05, before / 2));
    const { record, working } = result;
    expect(record!.poses.length).toBe(16 * (record!.steps + 1));
    expect(record!.poses.slice(-16)).toEqual(result.targetFromSource);
    expect(record!.phases.length).toBeGreaterThan(0);
    expect(record!.phases[0]!.from).toBe(0);
    expect(working!.target.points.length).toBeGreaterThan(0);
    expect(['good', 'doubtful', 'failed']).toContain(result.judgement.verdict);
    expect(result.milliseconds).toBe(1);
    expect(result.fitness).toBeGreaterThan(0.5);
    expect(result.inlierRmse).toBeGreaterThan(0);
    // One spec, one result, and recording changes nothing.
    expect(run(method, false)).toEqual({ ...result, record: null, working: null });
  });

  test('a cloud of one point is no crash and no confident answer', () => {
    const result = run(method, false, { points: Float64Array.of(0, 0, 0) });
    expect(result.targetFromSource.length).toBe(16);
    expect(result.judgement.verdict).not.toBe('good');
  });

  if (registrationMethods[method].takes.includes('kernel')) {
    test.each([...kernelIds])('takes the kernel %s', (kernel) => {
      const spec = { ...defaultRegisterSpec, method, kernel };
      const { targetFromSource } = solve(spec, trial.scene, stage.target, null, nullRecorder, never);
      expect(errorOf(stage, targetFromSource, trial)).toBeLessThan(0.05);
    });
  }

  if (registrationMethods[method].takes.includes('maps')) {
    test('without maps it says so', () => {
      expect(() =>
        register({ ...defaultRegisterSpec, method }, trial.scene, stage.target, {
          maps: null,
          record: false,
          stop: never,
          now: clock(),
        }),
      ).toThrow('needs maps trained for the target');
    });
  }
});
