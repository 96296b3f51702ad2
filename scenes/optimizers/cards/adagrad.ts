import type { RunView } from '../runs/runViews.ts';
import type { Asked, Evidence } from './types.ts';
import { at, lrAt, runOf } from './read.ts';

/** Half of what the rate was before the wrong gradient counts as recovered. */
const RECOVERED = 0.5;

/** η/√h along x after `row` updates: what a gradient is multiplied by. h is the book's name; torch's are s and v. */
function rate(run: RunView, row: number): number {
  const { state } = run.record;
  return lrAt(run, row) / Math.sqrt(at(state['h'] ?? state['s'] ?? state['v'], row, 0));
}

interface Pair {
  readonly adagrad: RunView;
  readonly rmsprop: RunView;
  /** The update that saw the wrong gradient. */
  readonly step: number;
}

function pairOf(evidence: Evidence): Pair | null {
  const [adagrad, rmsprop] = [runOf(evidence, 'adagrad'), runOf(evidence, 'rmsprop')];
  const step = evidence.state.disturbance.inject?.step;
  if (!adagrad || !rmsprop || step === undefined || step < 2 || step >= evidence.state.steps) return null;
  return { adagrad, rmsprop, step };
}

/** The rate after `row` updates as a share of what it was before the wrong gradient; NaN where there was none, as h was still 0. */
function share(run: RunView, step: number, row: number): number {
  const before = rate(run, step - 1);
  return Number.isFinite(before) ? rate(run, row) / before : NaN;
}

function plain(evidence: Evidence, step: number) {
  const pair = pairOf(evidence);
  if (!pair || step >= Math.min(pair.adagrad.record.count, pair.rmsprop.record.count)) return null;
  if (step < pair.step) return { text: 'card.adagrad.look.before', values: { step: { value: pair.step } } } as const;
  return {
    text: 'card.adagrad.look.plain',
    values: {
      adagrad: { value: 100 * share(pair.adagrad, pair.step, step), digits: 2 },
      rmsprop: { value: 100 * share(pair.rmsprop, pair.step, step), digits: 2 },
    },
  } as const;
}

export const adagrad = {
  answers: ['both', 'only-rmsprop', 'neither'],
  outcome: (evidence) => {
    const pair = pairOf(evidence);
    if (!pair) return null;
    const { steps } = evidence.state;
    const [slow, fast] = [share(pair.adagrad, pair.step, steps), share(pair.rmsprop, pair.step, steps)];
    if (!Number.isFinite(slow) || !Number.isFinite(fast)) return null;
    if (slow >= RECOVERED) return fast >= RECOVERED ? 'both' : null;
    return fast >= RECOVERED ? 'only-rmsprop' : 'neither';
  },
  claim: (evidence) => {
    const pair = pairOf(evidence);
    if (!pair) return false;
    const { steps } = evidence.state;
    for (let row = 2; row <= steps; row++) {
      if (rate(pair.adagrad, row) > rate(pair.adagrad, row - 1)) return false;
      if (row > pair.step && rate(pair.rmsprop, row) < rate(pair.rmsprop, row - 1)) return false;
    }
    return share(pair.adagrad, pair.step, steps) < 0.1 && share(pair.rmsprop, pair.step, steps) > 0.7;
  },
  plain,
  look: (evidence, step) => {
    const now = plain(evidence, step);
    return now?.text === 'card.adagrad.look.plain' ? { ...now, text: 'card.adagrad.look' } : now;
  },
} as const satisfies Asked;
