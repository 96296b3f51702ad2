import type { secondJa } from './second.ja.ts';

/** English words of the second-order methods. The same keys as second.ja.ts. */
export const secondEn: Record<keyof typeof secondJa, string> = {
  'rule.together': 'Here x stands for both coordinates: the equations in B are solved for x and y together.',
  'rule.stopped.singular': 'B is singular here, so that no one step is the answer.',
  'rule.stopped.least': 'The least value of this surface is not known.',
  'rule.stopped.residuals': 'This surface is not written as a sum of squares.',
  'rule.told.shift': 'added to reach the least curvature',
  'rule.told.share': 'share of the step taken',
  'rule.told.evaluations': 'looks at f along the line',
  'rule.told.lambda': 'damping',
  'rule.told.accepted': 'step taken (1) or refused (0)',
  'panel.squares': 'stays put: this surface is no sum of squares',
  'panel.least': 'stays put: the least value of this surface is not known',
  'swarm.none': 'A swarm moves by rules for one coordinate. {optimizer} solves for both at once and has none.',
};
