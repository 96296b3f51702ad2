import type { Card, Evidence } from '../../../src/ui/cards/types.ts';
import { semanticsDistance } from '../../../src/ui/agreement/semanticsDistance.ts';
import { runOf } from './read.ts';

const JUDGED = 20;
/** In units of the domain: rounding below, to be seen above. */
const ROUNDING = 1e-12;
const SEEN = 0.05;

function distanceAt(evidence: Evidence, step: number): number | null {
  const run = runOf(evidence, 'momentum');
  return (run && semanticsDistance(run.spec, step)?.distance) ?? null;
}

export const semantics = {
  id: 'semantics',
  link: 'v=1&lrc=10,0.1&sel=momentum&swarm=0&play=0&card=semantics&o=-sgd,-adagrad,-adam',
  answers: ['rounding', 'a-little', 'apart'],
  judgedAt: JUDGED,
  outcome: (evidence) => {
    const distance = distanceAt(evidence, Math.min(JUDGED, evidence.state.steps));
    if (distance === null) return null;
    return distance < ROUNDING ? 'rounding' : distance < SEEN ? 'a-little' : 'apart';
  },
  claim: (evidence) => {
    const change = evidence.state.disturbance.lrChange?.step ?? 0;
    const [before, after] = [distanceAt(evidence, change - 1), distanceAt(evidence, JUDGED)];
    return before !== null && after !== null && before < ROUNDING && after > SEEN;
  },
  look: (evidence, step) => {
    const distance = distanceAt(evidence, step);
    const change = evidence.state.disturbance.lrChange;
    if (distance === null) return null;
    const values = { distance: { value: distance, digits: 2 } };
    if (!change || step < change.step) return { text: 'card.semantics.look.constant', values };
    return { text: 'card.semantics.look', values: { ...values, step: { value: change.step } } };
  },
} as const satisfies Card;
