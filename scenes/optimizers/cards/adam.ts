import type { OptimizerRecord } from '../../../src/optimizers/record.ts';
import type { Asked, Evidence } from './types.ts';
import { at, runOf } from './read.ts';
import { heads } from './tour.ts';

const { judgedAt: JUDGED } = heads.adam;
/** A path that gets no further than this beyond the valley floor has stopped there. */
const STOPPED = 0.02;

/** The first row on the far side of the valley floor y = 0, and the row where the path turns back; null where it does not. */
function overshoot({ x, count }: OptimizerRecord): { readonly crossed: number; readonly turned: number } | null {
  const side = Math.sign(at(x, 0, 1));
  let crossed = 1;
  while (crossed < count && at(x, crossed, 1) * side >= 0) crossed++;
  let turned = crossed;
  while (turned + 1 < count && (at(x, turned + 1, 1) - at(x, turned, 1)) * side < 0) turned++;
  return side === 0 || turned + 1 >= count ? null : { crossed, turned };
}

function plain(evidence: Evidence, step: number) {
  const run = runOf(evidence, 'adam');
  if (!run || step >= run.record.count) return null;
  const [m, g] = [at(run.record.state['m'], step, 1), at(run.record.g, step, 1)];
  return { text: 'card.adam.look.plain', values: { m: { value: m, digits: 2 }, g: { value: g, digits: 2 } } } as const;
}

export const adam = {
  answers: ['turns', 'goes-on', 'stops'],
  outcome: (evidence) => {
    const run = runOf(evidence, 'adam');
    const found = run && overshoot(run.record);
    if (!run || !found) return null;
    if (Math.abs(at(run.record.x, found.turned, 1)) < STOPPED) return 'stops';
    return found.turned === found.crossed ? 'turns' : 'goes-on';
  },
  claim: (evidence) => {
    const run = runOf(evidence, 'adam');
    const found = run && overshoot(run.record);
    if (!run || !found || found.turned >= JUDGED || found.turned - found.crossed < 3) return false;
    // All the way the slope points back while the memory still points on.
    for (let row = found.crossed; row < found.turned; row++) {
      if (at(run.record.g, row, 1) * at(run.record.state['m'], row, 1) >= 0) return false;
    }
    return true;
  },
  plain,
  look: (evidence, step) => {
    const now = plain(evidence, step);
    if (!now) return null;
    const turned = now.values.m.value * now.values.g.value;
    const { inject, noise } = evidence.state.disturbance;
    // A gradient that was put in, or noise, may have turned m: then it is not the slope that has turned.
    const undisturbed = !noise && (!inject || inject.gradient[1] === 0 || step + 1 < inject.step);
    if (!undisturbed || turned === 0) return now;
    return { ...now, text: turned < 0 ? 'card.adam.look.against' : 'card.adam.look' };
  },
} as const satisfies Asked;
