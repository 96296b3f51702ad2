import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { drawTrial, errorOf, stageOf, SUCCESS } from '../../src/registration/trial.ts';
import { identity, poseError } from '../../src/math/matrix4.ts';
import { firstKernel } from '../../src/registration/firstKernel.ts';
import { icp } from '../../src/registration/icp.ts';
import { icpMethods, settingsOf, type IcpMethodId, type Recipe } from '../../src/registration/recipes.ts';
import { prepare, prepareCloud } from '../../src/registration/prepare.ts';
import { solve } from '../../src/registration/register.ts';
import { defaultRegisterSpec } from '../../src/registration/specs.ts';
import { centroidOf, terrainCase } from '../../tools/registration/startCases.ts';
import { nullRecorder } from '../../src/registration/recorder.ts';
import { readSpot } from './spot.ts';

interface Tried {
  readonly recipe: Recipe;
  readonly success: Readonly<Record<string, number>>;
  readonly meanSuccess: number;
}

const log = JSON.parse(
  readFileSync(new URL('../fixtures/registration/robust-tuning.json', import.meta.url), 'utf8'),
) as {
  readonly seed: number;
  readonly settings: number;
  /** A cell, in each round. */
  readonly trials: readonly [number, number];
  readonly chosen: Recipe;
  readonly first: readonly Tried[];
  readonly second: readonly Tried[];
};

describe('icp-robust', () => {
  it('is what the committed search chose: the best of at least 100 different settings that holds against 300 outliers', () => {
    expect(icpMethods['icp-robust']).toEqual(log.chosen);
    expect(log.settings).toBeGreaterThanOrEqual(100);
    expect(new Set(log.first.map(({ recipe }) => JSON.stringify(recipe))).size).toBe(log.settings);
    const holds = log.second.filter(({ success }) => success['300 outliers']! >= 0.9);
    const best = Math.max(...holds.map(({ meanSuccess }) => meanSuccess));
    const runs = log.trials[1] * Object.keys(log.second[0]!.success).length;
    const chosen = holds.find(({ recipe }) => JSON.stringify(recipe) === JSON.stringify(log.chosen))!;
    // Within one standard error of the best, and no annealed one is better.
    expect(chosen.meanSuccess).toBeGreaterThanOrEqual(best - Math.sqrt((best * (1 - best)) / runs));
    const annealed = holds.filter(({ recipe: { scale, maxDistance } }) =>
      [scale, maxDistance].some((length) => length !== null && length.from > length.to),
    );
    expect(Math.max(...annealed.map(({ meanSuccess }) => meanSuccess))).toBe(chosen.meanSuccess);
  });

  it('succeeds in 9 of 10 trials with 300 outliers, where plain ICP does in none of 6 (sweep trials, seed 21)', () => {
    const seed = 21;
    expect(seed).not.toBe(log.seed);
    const stage = stageOf(readSpot(), seed);
    const target = prepareCloud(stage.target);
    const successes = (method: IcpMethodId, count: number): number => {
      const settings = settingsOf(method, {}, target);
      const trials = Array.from({ length: count }, (_, index) => drawTrial(stage, seed, index, { outliers: 300 }));
      return trials.filter((trial) => {
        const clouds = { source: prepareCloud(trial.scene), target };
        const outcome = icp({ init: identity() }, settings, clouds, nullRecorder, { aborted: false });
        return errorOf(stage, outcome.targetFromSource, trial) < SUCCESS;
      }).length;
    };
    expect(successes('icp-robust', 20)).toBeGreaterThanOrEqual(18);
    expect(successes('icp-point', 6)).toBe(0);
  });

  it('keeps to a nearly right start between tiles of a terrain, where the tuned kernel draws them onto each other; seed 2', () => {
    const { source, target, truth, init } = terrainCase(2, 0.44, 6000, 1 / 50);
    const clouds = { source: { points: source }, target: { points: target } };
    const stop = { aborted: false };
    const off = (pose: Float64Array) => poseError(pose, truth, centroidOf(source)).translationError;
    const spec = { ...defaultRegisterSpec, method: 'icp-robust' as const, init: [...init] };
    const { targetFromSource } = solve(spec, clouds.source, clouds.target, null, nullRecorder, stop);
    const prepared = prepare(clouds);
    const tuned = icp({ init }, settingsOf('icp-robust', {}, prepared.target), prepared, nullRecorder, stop);
    expect(off(tuned.targetFromSource)).toBeGreaterThan(40);
    expect(off(targetFromSource)).toBeLessThan(6);
  });

  it('begins as wide as it was tuned far from the target, and ends no narrower than three spacings on it', () => {
    const { scale } = icpMethods['icp-robust'];
    const target = prepareCloud(stageOf(readSpot(), 21).target);
    const { halfExtent } = target.size();
    const clouds = { source: target, target };
    const far = identity();
    far[3] = 3 * halfExtent;
    expect(firstKernel(scale, clouds, far)).toEqual({
      from: scale.from * halfExtent,
      to: scale.to * halfExtent,
      factor: scale.factor,
    });
    const least = 3 * target.spacing();
    expect(firstKernel(scale, clouds, identity())).toEqual({ from: least, to: least, factor: scale.factor });
  });

  it('grows with the residual of the start up to three spacings, and with its square beyond', () => {
    const side = 60;
    const plane = Float64Array.from(
      { length: 3 * side * side },
      (_, i) => [i / 3, i / 3 / side, 0].map(Math.floor)[i % 3]!,
    );
    for (let i = 0; i < plane.length; i += 3) plane[i]! %= side;
    const target = prepareCloud({ points: plane });
    const least = 3 * target.spacing();
    const wide = { from: 20, to: 15, factor: 0.9 };
    const firstAt = (distance: number) => {
      const away = identity();
      away[11] = distance;
      return firstKernel(wide, { source: target, target }, away).from;
    };
    expect(firstAt(0.8 * least)).toBeCloseTo(5.5 * 0.8 * least, 6);
    expect(firstAt(least)).toBeCloseTo(5.5 * least, 6);
    expect(firstAt(3 * least)).toBeCloseTo(5.5 * 9 * least, 6);
  });
});
