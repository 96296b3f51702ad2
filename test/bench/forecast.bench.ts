import { forecast } from '../../src/jobs/tuning/forecast.ts';
import { optimize } from '../../src/jobs/optimize.ts';
import { createRng } from '../../src/math/rng.ts';
import { isTunable } from '../../src/jobs/tuning/tune.ts';
import { optimizerIds, optimizerOf, paramsOf, semanticsFor } from '../../src/optimizers/index.ts';
import { defaultsOf } from '../../src/params/spec.ts';
import { surfaceIds } from '../../src/surfaces/index.ts';
import { surfaceSpec } from '../gpu/specs.ts';
import type { Bench } from './bench.ts';

const [RUNS, STEPS, SEED] = [10_000, 100, 13];

/**
 * How well a run's end is foretold at its start, over seeded runs on every surface: from anywhere in its domain, lr from 1e-5 to 10 evenly in its logarithm. Diverged: f after 100
 * updates above f at the start, or no number.
 */
const bench: Bench = async (report) => {
  for (const id of optimizerIds.filter((one) => isTunable(one))) {
    const rng = createRng(SEED, id);
    const semantics = semanticsFor(id);
    const defaults = defaultsOf(paramsOf(id, semantics));
    const count = { hit: 0, alarm: 0, miss: 0, right: 0, silent: 0 };
    for (let k = 0; k < RUNS; k++) {
      const surface = surfaceSpec(surfaceIds[rng.integer(surfaceIds.length)]!);
      const [x0, x1, y0, y1] = surface.domain;
      const start = [rng.between(x0, x1), rng.between(y0, y1)] as const;
      const params = { ...defaults, lr: 10 ** rng.between(-5, 1) };
      const run = { surface, optimizer: id, semantics, params, start, steps: STEPS };
      const said = forecast(run);
      if (!said) {
        count.silent++;
        continue;
      }
      const { f, count: rows, divergedAt } = optimize(run);
      const diverged = divergedAt !== null || !(f[rows - 1]! <= f[0]!);
      count[diverged ? (said.diverges ? 'hit' : 'miss') : said.diverges ? 'alarm' : 'right']++;
    }
    const { hit, alarm, miss, silent } = count;
    report(optimizerOf(id).name, {
      ...{ diverged: (hit + miss) / (RUNS - silent), precision: hit / (hit + alarm), recall: hit / (hit + miss) },
      F1: (2 * hit) / (2 * hit + alarm + miss),
      ...(silent > 0 && { 'nothing said': silent }),
    });
  }
};

export default bench;
