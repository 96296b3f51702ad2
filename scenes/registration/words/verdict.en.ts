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
  'reg.truth.right': 'Right',
  'reg.truth.wrong': 'Wrong',
  'reg.truth.off': '{error} off, {limit} allowed',
  'reg.blindly': 'Without the truth:',
  'reg.tally': 'Verdict and truth agree in {agrees} of {judged} panes{besides}.',
  'reg.tally.session': 'Of all {judged} runs seen: in {agrees}{besides}.',
  'reg.table.truth': 'truth',
  'reg.table.verdict': 'verdict without it',
  'reg.tally.differs': ', differ in {differs}',
  'reg.tally.open': ', {open} left open',
  'reg.older.scene': 'Still the scene before',
  'reg.older.run': 'Still the run before',
  'reg.older.name': '{method} (before)',
} as const satisfies Readonly<Record<keyof typeof verdictJa, string>>;
