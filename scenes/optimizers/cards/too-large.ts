import type { Card } from '../../../src/ui/cards/types.ts';
import { growth, runOf } from './read.ts';

const JUDGED = 10;
/** Per update. */
const EVEN = 1e-9;

export const tooLarge = {
  id: 'too-large',
  link: 'v=1&swarm=0&play=0&card=too-large&o=sgd;lr:1.02,-momentum,-adagrad,-adam',
  answers: ['shrinks', 'even', 'grows'],
  judgedAt: JUDGED,
  outcome: (evidence) => {
    const run = runOf(evidence, 'sgd');
    const factor = run ? Math.abs(growth(run.record, Math.min(JUDGED, evidence.state.steps))) : NaN;
    if (Number.isNaN(factor)) return null;
    return factor > 1 + EVEN ? 'grows' : factor < 1 - EVEN ? 'shrinks' : 'even';
  },
  claim: (evidence) => {
    const run = runOf(evidence, 'sgd');
    if (!run) return false;
    const { record } = run;
    for (let row = 1; row < record.count; row++) if (!(Math.abs(growth(record, row)) > 1)) return false;
    return (run.spec.params['lr'] ?? 0) > 1 && record.count > JUDGED;
  },
  look: (evidence, step) => {
    const run = runOf(evidence, 'sgd');
    if (!run || step >= run.record.count) return null;
    if (step === 0) return { text: 'card.too-large.look.start', values: {} };
    const factor = growth(run.record, step);
    return {
      text: Math.abs(factor) > 1 ? 'card.too-large.look.grows' : 'card.too-large.look',
      values: {
        factor: { value: factor, digits: 3 },
        lr: { value: run.spec.params['lr'] ?? NaN, digits: 3 },
      },
    };
  },
} as const satisfies Card;
