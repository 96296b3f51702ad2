import { errorAt, holds, runOf } from './read.ts';
import type { RegistrationCard } from './types.ts';

/** The maps that ship. */
const MAPS = 30;

/** What does DO learn? Steps, not a cost: in front of its angles it knows nothing. */
export const learns = {
  id: 'reg-learns',
  link: 'v=1&scene=registration&p=rotation:120;outliers:0&m=do&play=0&card=reg-learns',
  answers: ['any', 'trained'],
  judgedAt: MAPS,
  outcome: (evidence) => {
    const held = holds(runOf(evidence, 'do'));
    return held === null ? null : held ? 'any' : 'trained';
  },
  claim: (evidence) => holds(runOf(evidence, 'do')) === false,
  look: (evidence, step) => {
    const run = runOf(evidence, 'do');
    if (!run) return null;
    const error = { value: errorAt(run, step), digits: 3 };
    if (step === 0) return { text: 'card.reg-learns.look.start', values: { error } };
    return step <= MAPS
      ? { text: 'card.reg-learns.look', values: { map: { value: step }, error } }
      : { text: 'card.reg-learns.look.last', values: { map: { value: MAPS }, error } };
  },
} as const satisfies RegistrationCard;
