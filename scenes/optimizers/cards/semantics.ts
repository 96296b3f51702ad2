import type { Asked, Evidence } from './types.ts';
import { isRounding, semanticsDistance } from '../agreement/semanticsDistance.ts';
import { at, runOf } from './read.ts';
import { heads } from './tour.ts';

const { judgedAt: JUDGED } = heads.semantics;
/** In units of the domain: to be seen from here on. */
const SEEN = 0.05;

interface Apart {
  readonly distance: number;
  /** No more than what rounding leaves. */
  readonly rounding: boolean;
}

function apartAt(evidence: Evidence, step: number): Apart | null {
  const run = runOf(evidence, 'momentum');
  if (!run) return null;
  const distance = semanticsDistance(run.spec, step)?.distance ?? null;
  if (distance === null) return null;
  const { x } = run.record;
  return { distance, rounding: isRounding(distance, at(x, step, 0), at(x, step, 1)) };
}

function plain(evidence: Evidence, step: number) {
  const apart = apartAt(evidence, step);
  return (
    apart &&
    ({ text: 'card.semantics.look.plain', values: { distance: { value: apart.distance, digits: 2 } } } as const)
  );
}

export const semantics = {
  answers: ['rounding', 'a-little', 'apart'],
  outcome: (evidence) => {
    const apart = apartAt(evidence, Math.min(JUDGED, evidence.state.steps));
    if (!apart) return null;
    return apart.rounding ? 'rounding' : apart.distance < SEEN ? 'a-little' : 'apart';
  },
  claim: (evidence) => {
    const change = evidence.state.disturbance.lrChange?.step ?? 0;
    const [before, after] = [apartAt(evidence, change - 1), apartAt(evidence, JUDGED)];
    return before !== null && after !== null && before.rounding && after.distance > SEEN;
  },
  plain,
  look: (evidence, step) => {
    const [apart, now] = [apartAt(evidence, step), plain(evidence, step)];
    const change = evidence.state.disturbance.lrChange;
    if (!apart || !now) return null;
    const changed = change !== undefined && change.factor !== 1 && step >= change.step;
    // Where it is not the change of η that parts them, or η has changed and they do not part, only the distance is told.
    if (changed === apart.rounding) return now;
    if (!changed) return { ...now, text: 'card.semantics.look.constant' };
    return { text: 'card.semantics.look', values: { ...now.values, step: { value: change.step } } };
  },
} as const satisfies Asked;
