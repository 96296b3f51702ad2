import type { elsewhereJa } from './elsewhere.ja.ts';

/** Why a pose is not the only one: what fits as well, or better. */
export const elsewhereEn = {
  'verdict.shifted': 'It fits as well {shift} further along.',
  'verdict.shifted-along': 'It fits as well {shift} further along {axis}.',
  'verdict.turned': 'It fits as well turned by {degrees}°.',
  'verdict.turns-freely': 'About one axis any turn fits as well.',
  'verdict.slides-freely': 'Along one direction any place fits as well.',
  'verdict.fits-elsewhere': 'A pose {degrees}° and {shift} away fits as well.',
  'verdict.mirrored': 'A mirror image fits better.',
  'verdict.scaled': 'It fits better at {factor} times the size.',
  'verdict.things-missing':
    'Of what both clouds could see, {lacking} is in one of them only: whole things are missing.',
} as const satisfies Readonly<Record<keyof typeof elsewhereJa, string>>;
