import type { RunView } from '../../../src/runs/runViews.ts';
import type { Card } from '../../../src/ui/cards/types.ts';
import { at, crossings, runOf } from './read.ts';

const JUDGED = 10;

/** How many times as long along x as the gradient alone would make it update `step` was. */
function gain({ record, spec }: RunView, step: number): number {
  const alone = -(spec.params['lr'] ?? NaN) * at(record.g, step - 1, 0);
  return (at(record.x, step, 0) - at(record.x, step - 1, 0)) / alone;
}

export const momentum = {
  id: 'momentum',
  link: 'v=1&sel=momentum&swarm=0&ar=1&play=0&card=momentum&o=-adagrad,-adam',
  answers: ['as-long', 'longer', 'shorter'],
  mark: { run: 'momentum', step: JUDGED },
  judgedAt: JUDGED,
  outcome: (evidence) => {
    const run = runOf(evidence, 'momentum');
    const ratio = run ? gain(run, JUDGED) : NaN;
    if (!Number.isFinite(ratio)) return null;
    return ratio > 1.5 ? 'longer' : ratio < 1 / 1.5 ? 'shorter' : 'as-long';
  },
  claim: (evidence) => {
    const [run, sgd] = [runOf(evidence, 'momentum'), runOf(evidence, 'sgd')];
    if (!run || !sgd) return false;
    const { steps } = evidence.state;
    return gain(run, JUDGED) > 5 && 5 * crossings(run.record, steps) < crossings(sgd.record, steps);
  },
  look: (evidence, step) => {
    const [run, sgd] = [runOf(evidence, 'momentum'), runOf(evidence, 'sgd')];
    if (!run || !sgd || step >= run.record.count) return null;
    if (step === 0) return { text: 'card.momentum.look.start', values: {} };
    return {
      text: 'card.momentum.look',
      values: {
        gain: { value: gain(run, step), digits: 2 },
        crossings: { value: crossings(run.record, step) },
        sgd: { value: crossings(sgd.record, Math.min(step, sgd.record.count - 1)) },
      },
    };
  },
} as const satisfies Card;
