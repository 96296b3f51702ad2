import type { verdictJa } from './verdict.ja.ts';

/** Truth and verdict, apart. */
export const verdictEn = {
  'reg.say.right': '{right} found the pose.',
  'reg.say.rested': 'At rest at a wrong pose: {each}.',
  'reg.say.unrested': 'Still moving when the iterations ran out: {each}.',
  'reg.say.off': '{method}, {error} off',
  'reg.say.then': '; ',
  'reg.say.way': '{method} ({way})',
  'reg.within': 'within',
  'reg.within.value': '{limit}',
  'reg.within.what':
    'RMSE and fitness count the source’s points that lie within this distance of the target, for all methods alike.',
  'reg.truth.right': 'Right, by the truth',
  'reg.truth.wrong': 'Wrong, by the truth',
  'reg.truth.off': '{error} off (right below {limit}).',
  'reg.blindly': 'Without the truth:',
  'reg.tally':
    'Without the truth, the verdict agrees with it in {agrees} of {judged}, is mistaken in {differs} and leaves {open} open.',
  'reg.tally.session':
    'Of the {judged} runs seen so far it agreed in {agrees}, was mistaken in {differs}, left {open} open.',
  'reg.table.truth': 'truth',
  'reg.table.verdict': 'verdict without it',
} as const satisfies Readonly<Record<keyof typeof verdictJa, string>>;
