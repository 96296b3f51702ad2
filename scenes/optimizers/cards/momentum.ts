import type { RunView } from '../runs/runViews.ts';
import type { Asked, Evidence } from './types.ts';
import { at, crossings, gradientOf, lrAt, runOf } from './read.ts';
import { heads } from './tour.ts';

const { judgedAt: JUDGED } = heads.momentum;

/** How many times as long along x as the gradient alone would make it update `step` was; negative where it went the other way. */
function gain(run: RunView, step: number): number {
  const { x } = run.record;
  return (at(x, step, 0) - at(x, step - 1, 0)) / (-lrAt(run, step) * gradientOf(run, step, 0));
}

function plain(evidence: Evidence, step: number) {
  const [run, sgd] = [runOf(evidence, 'momentum'), runOf(evidence, 'sgd')];
  if (!run || !sgd || step >= run.record.count) return null;
  if (step === 0) return { text: 'card.momentum.look.start', values: {} } as const;
  const sgdAcross = crossings(sgd.record, Math.min(step, sgd.record.count - 1));
  return {
    text: 'card.momentum.look.plain',
    values: {
      gain: { value: gain(run, step), digits: 2 },
      crossings: { value: crossings(run.record, step) },
      sgd: { value: sgdAcross },
    },
  } as const;
}

export const momentum = {
  answers: ['as-long', 'longer', 'shorter'],
  mark: { run: 'momentum', step: JUDGED },
  outcome: (evidence) => {
    const run = runOf(evidence, 'momentum');
    const ratio = run ? Math.abs(gain(run, JUDGED)) : NaN;
    if (!Number.isFinite(ratio)) return null;
    return ratio > 1.5 ? 'longer' : ratio < 1 / 1.5 ? 'shorter' : 'as-long';
  },
  claim: (evidence) => {
    const [run, sgd] = [runOf(evidence, 'momentum'), runOf(evidence, 'sgd')];
    if (!run || !sgd) return false;
    const { steps } = evidence.state;
    return gain(run, JUDGED) > 5 && 5 * crossings(run.record, steps) < crossings(sgd.record, steps);
  },
  plain,
  look: (evidence, step) => {
    const now = plain(evidence, step);
    if (now?.text !== 'card.momentum.look.plain') return now;
    const { gain: along, crossings: across, sgd } = now.values;
    // What the memory does is told only where there is one, and where the comparison comes out as the card says.
    const memory = runOf(evidence, 'momentum')?.spec.params['momentum'] ?? 0;
    if (!(memory > 0 && across.value < sgd.value)) return now;
    return {
      text: along.value < 0 ? 'card.momentum.look.against' : 'card.momentum.look',
      values: { ...now.values, gain: { ...along, value: Math.abs(along.value) } },
    };
  },
} as const satisfies Asked;
