import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { drawTrial, errorOf, stageOf, SUCCESS } from '../../src/registration/trial.ts';
import { identity } from '../../src/math/matrix4.ts';
import { icp } from '../../src/registration/icp.ts';
import { icpMethods, settingsOf, type IcpMethodId, type Recipe } from '../../src/registration/recipes.ts';
import { prepareCloud } from '../../src/registration/prepare.ts';
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
});
