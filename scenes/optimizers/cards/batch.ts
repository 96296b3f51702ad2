import { optimize } from '../../../src/jobs/optimize.ts';
import { createCache } from '../runs/cache.ts';
import type { RunView } from '../runs/runViews.ts';
import type { Asked, Evidence } from './types.ts';
import { meanLoss, runsOn } from './read.ts';

/** Less than so much of it is much lower. */
const MUCH = 0.1;
/** Updates over which f is averaged before anything is said of where it hovers. */
const OVER = 100;

const recordOf = createCache(optimize, 8);

/** The same run with mini-batches of one. */
function singly({ spec }: RunView) {
  const noise = { ...spec.disturbance!.noise!, batch: 1 };
  return recordOf({ ...spec, disturbance: { ...spec.disturbance, noise } });
}

/** Where f hovers up to a step, with mini-batches and without; null where nothing is drawn in batches. */
function levelsAt(evidence: Evidence, step: number) {
  const { noise } = evidence.state.disturbance;
  const runs = runsOn(evidence, 'bowl', 'sgd', 'adam');
  if (!runs || !noise || noise.batch <= 1 || step < OVER) return null;
  return runs.map((run) => {
    const [now, one] = [run.record, singly(run)].map((record) => meanLoss(record, step - OVER + 1, step));
    return { now: now!, one: one! };
  });
}

function outcomeOf(evidence: Evidence) {
  const [sgd, adam] = levelsAt(evidence, evidence.state.steps) ?? [];
  if (!sgd || !adam || ![sgd, adam].every(({ now, one }) => Number.isFinite(now / one))) return null;
  const [much, also] = [sgd, adam].map(({ now, one }) => now < MUCH * one);
  return much && also ? 'both' : much ? 'only-sgd' : also ? null : 'neither';
}

function plain(evidence: Evidence) {
  const { noise } = evidence.state.disturbance;
  if (!runsOn(evidence, 'bowl', 'sgd', 'adam') || !noise || noise.batch <= 1) return null;
  return { text: 'card.batch.look.plain', values: { batch: { value: noise.batch } } } as const;
}

/** What does a larger mini-batch buy? */
export const batch = {
  answers: ['both', 'only-sgd', 'neither'],
  outcome: outcomeOf,
  claim: (evidence) => outcomeOf(evidence) === 'only-sgd',
  plain,
  look: (evidence, step) => {
    const [sgd, adam] = levelsAt(evidence, step) ?? [];
    if (!sgd || !adam) return plain(evidence);
    const number = (value: number) => ({ value, digits: 2 });
    const values = {
      ...{ sgd: number(sgd.now), sgdOne: number(sgd.one) },
      ...{ adam: number(adam.now), adamOne: number(adam.one) },
    };
    const { noise, schedule, lrChange } = evidence.state.disturbance;
    // Where η changes on the way, no step stays as long.
    if (!noise || schedule || lrChange || outcomeOf(evidence) !== 'only-sgd') {
      return { text: 'card.batch.look.levels', values };
    }
    return {
      text: 'card.batch.look',
      values: { ...values, share: number(1 / Math.sqrt(noise.batch)) },
    };
  },
} as const satisfies Asked;
