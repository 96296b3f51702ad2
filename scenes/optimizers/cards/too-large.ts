import type { RunView } from '../runs/runViews.ts';
import type { Asked, Evidence } from './types.ts';
import { at, gradientOf, lrAt, runOf } from './read.ts';
import { heads } from './tour.ts';

const { judgedAt: JUDGED } = heads['too-large'];
/** Per update. */
const EVEN = 1e-9;

/** By what update `step` multiplied y; NaN where a gradient that was put in did it, or where y was 0. */
function factorAt(run: RunView, step: number): number {
  const { x, g } = run.record;
  return gradientOf(run, step, 1) === at(g, step - 1, 1) ? at(x, step, 1) / at(x, step - 1, 1) : NaN;
}

/** What a swing does that each update multiplies by `factor`; null for none. */
function trend(factor: number): 'shrinks' | 'even' | 'grows' | null {
  const size = Math.abs(factor);
  return size > 1 + EVEN ? 'grows' : size < 1 - EVEN ? 'shrinks' : Number.isNaN(size) ? null : 'even';
}

function plain(evidence: Evidence, step: number) {
  const run = runOf(evidence, 'sgd');
  return run && step < run.record.count ? ({ text: 'card.too-large.look.start', values: {} } as const) : null;
}

export const tooLarge = {
  answers: ['shrinks', 'even', 'grows'],
  outcome: (evidence) => {
    const run = runOf(evidence, 'sgd');
    return run && trend(factorAt(run, Math.min(JUDGED, evidence.state.steps)));
  },
  claim: (evidence) => {
    const run = runOf(evidence, 'sgd');
    if (!run) return false;
    const { count } = run.record;
    for (let row = 1; row < count; row++) if (trend(factorAt(run, row)) !== 'grows') return false;
    return lrAt(run, JUDGED) > 1 && count > JUDGED;
  },
  plain,
  look: (evidence, step) => {
    const [run, start] = [runOf(evidence, 'sgd'), plain(evidence, step)];
    if (!run || !start || step === 0) return start;
    const factor = factorAt(run, step);
    const swing = trend(factor);
    return (
      swing && {
        text: `card.too-large.look.${swing}` as const,
        values: { factor: { value: factor, digits: 3 }, lr: { value: lrAt(run, step), digits: 3 } },
      }
    );
  },
} as const satisfies Asked;
