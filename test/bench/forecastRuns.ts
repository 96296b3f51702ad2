import { forecast } from '../../src/jobs/tuning/forecast.ts';
import type { ForecastCounts } from '../../src/jobs/tuning/forecastRecord.ts';
import { optimize } from '../../src/jobs/optimize.ts';
import { createRng } from '../../src/math/rng.ts';
import { paramsOf } from '../../src/optimizers/index.ts';
import type { Semantics } from '../../src/optimizers/types.ts';
import { defaultsOf } from '../../src/params/spec.ts';
import { surfaceIds } from '../../src/surfaces/index.ts';
import { surfaceSpec } from '../gpu/specs.ts';

/** Updates of each run. */
export const STEPS = 100;
/** Chosen before any was looked at; what the forecast was made with has other seeds. */
export const SEED = 13;

/**
 * Forecasts held against what became of `runs` seeded runs on every surface: from anywhere in its domain, lr evenly along its slider (a logarithm), all else as it comes. Higher: f after the
 * last update above f at the start, or no number.
 */
export function countForecasts(id: string, semantics: Semantics, runs: number, seed = SEED): ForecastCounts {
  const rng = createRng(seed, id);
  const specs = paramsOf(id, semantics);
  const { min, max } = specs['lr']!;
  const count = { hit: 0, alarm: 0, miss: 0, openHigher: 0, openLower: 0, silent: 0 };
  for (let k = 0; k < runs; k++) {
    const surface = surfaceSpec(surfaceIds[rng.integer(surfaceIds.length)]!);
    const [x0, x1, y0, y1] = surface.domain;
    const start = [rng.between(x0, x1), rng.between(y0, y1)] as const;
    const params = { ...defaultsOf(specs), lr: 10 ** rng.between(Math.log10(min), Math.log10(max)) };
    const run = { surface, optimizer: id, semantics, params, start, steps: STEPS };
    const said = forecast(run);
    if (!said) {
      count.silent++;
      continue;
    }
    const { f, count: rows, divergedAt } = optimize(run);
    const higher = divergedAt !== null || !(f[rows - 1]! <= f[0]!);
    if (said === 'undecided') count[higher ? 'openHigher' : 'openLower']++;
    else if (said === 'higher') count[higher ? 'hit' : 'alarm']++;
    else if (higher) count.miss++;
  }
  return count;
}
