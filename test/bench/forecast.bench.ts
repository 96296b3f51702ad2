import { writeFileSync } from 'node:fs';
import type { ForecastQuality, ForecastRecord } from '../../src/jobs/tuning/forecastRecord.ts';
import { isTunable } from '../../src/jobs/tuning/tune.ts';
import { optimizerOf, ruledOptimizerIds, semanticsOf } from '../../src/optimizers/index.ts';
import type { Semantics } from '../../src/optimizers/types.ts';
import type { Bench } from './bench.ts';
import { countForecasts, SEED, STEPS } from './forecastRuns.ts';

const [RUNS, HELD] = [10_000, 100];
/** What the page quotes; a test holds a part of it against the code. */
const RECORD = 'src/jobs/tuning/forecast.json';

/** How well a run's end is foretold, rule by rule, as it is; writes the record. */
const bench: Bench = async (report) => {
  const of: Record<string, Partial<Record<Semantics, ForecastQuality>>> = {};
  for (const id of ruledOptimizerIds) {
    for (const semantics of semanticsOf(id).filter((one) => isTunable(id, one))) {
      const counted = countForecasts(id, semantics, RUNS);
      const first = countForecasts(id, semantics, HELD);
      const { hit, alarm, miss, openHigher, openLower, silent } = counted;
      of[id] = { ...of[id], [semantics]: { ...counted, first } };
      const f1 = (missed: number) => (2 * hit) / (2 * hit + alarm + missed);
      const spoken = RUNS - silent;
      report(`${optimizerOf(id).name}, ${semantics}`, {
        ...{ higher: (hit + miss + openHigher) / spoken, precision: hit / (hit + alarm), recall: hit / (hit + miss) },
        ...{
          F1: f1(miss),
          undecided: (openHigher + openLower) / spoken,
          'of the higher': openHigher / (hit + miss + openHigher),
        },
        'F1 if that were no': f1(miss + openHigher),
        ...(silent > 0 && { 'nothing said': silent }),
      });
    }
  }
  const record: ForecastRecord = { runs: RUNS, steps: STEPS, seed: SEED, held: HELD, of };
  writeFileSync(RECORD, `${JSON.stringify(record, null, 2)}\n`);
};

export default bench;
