import type { OptimizerRecord } from '../../../src/optimizers/record.ts';
import type { Live } from '../../../src/ui/cards/types.ts';
import type { Asked, Evidence } from './types.ts';
import { at, lossAt, runsOn } from './read.ts';

/** Farther from the start than this has moved. */
const MOVED = 0.1;
/** Where f is lower, the hole has been found. */
const HOLE = -0.5;

const threeOf = (evidence: Evidence) => runsOn(evidence, 'easom', 'sgd', 'momentum', 'adam');

/** How far from the start it is after `step` updates. */
function wayOf({ x, count }: OptimizerRecord, step: number): number {
  const row = Math.min(step, count - 1);
  return Math.hypot(at(x, row, 0) - at(x, 0, 0), at(x, row, 1) - at(x, 0, 1));
}

/** Adam alone has moved, and has not come to the hole either. */
function isSo(evidence: Evidence): boolean {
  const three = threeOf(evidence);
  const end = evidence.state.steps;
  return outcomeOf(evidence) === 'only-adam' && three !== null && lossAt(three[2].record, end) > HOLE;
}

function outcomeOf(evidence: Evidence) {
  const three = threeOf(evidence);
  if (!three) return null;
  const [sgd, momentum, adam] = three.map(({ record }) => wayOf(record, evidence.state.steps) > MOVED);
  if (sgd && momentum && adam) return 'all';
  if (sgd || momentum) return null;
  return adam ? 'only-adam' : 'none';
}

const number = (value: number) => ({ value, digits: 2 });

function plain(evidence: Evidence, step: number) {
  const three = threeOf(evidence);
  if (!three) return null;
  const [sgd, momentum, adam] = three.map(({ record }) => number(wayOf(record, step))) as [Live, Live, Live];
  return { text: 'card.plateau.look.plain', values: { sgd, momentum, adam } } as const;
}

/** What becomes of a method where the ground is flat? */
export const plateau = {
  answers: ['all', 'only-adam', 'none'],
  outcome: outcomeOf,
  claim: isSo,
  plain,
  look: (evidence, step) => {
    const [three, now] = [threeOf(evidence), plain(evidence, step)];
    if (!three || !now || step === 0 || !isSo(evidence)) return now;
    if (step < evidence.state.steps) return { ...now, text: 'card.plateau.look' };
    const f = number(lossAt(three[2].record, step));
    return { text: 'card.plateau.look.end', values: { ...now.values, f } };
  },
} as const satisfies Asked;
