import type { Theme } from '../../../src/state/common.ts';
import { inkColours } from '../../../src/state/ink.ts';
import type { Words } from '../../../src/ui/useText.ts';
import type { DigitLook, DigitNet } from './run/types.ts';

/** Blue spoke for, ochre against; thinned networks in plum. Every eye tells them apart. */
export function hues(theme: Theme) {
  const ink = inkColours[theme];
  return { spoke: ink[0], against: ink[3], thinned: ink[2] } as const;
}

export const percent = (t: Words, share: number, digits = 3): string => `${t.number(100 * share, digits)} %`;

/** "test digit 12, a 3", or what is drawn. */
export function nameOf(t: Words, { label, spec }: DigitLook): string {
  return label === null ? t('mic.digit.drawn') : t('mic.digit.test', { digit: spec.digit, label });
}

/** The answer after the likeliest. */
export function second({ probabilities, answer }: DigitLook): number {
  let best = answer === 0 ? 1 : 0;
  probabilities.forEach((p, digit) => {
    if (digit !== answer && p > probabilities[best]!) best = digit;
  });
  return best;
}

/** "97.65 % of 2,000 test digits (8,000 others to learn from)" */
export const splitOf = (t: Words, { right, test, train }: DigitNet): string =>
  t('mic.digit.split', { share: percent(t, right / test, 4), test: t.number(test), train: t.number(train) });

/** Of the smallest nudge, in the steps of a pixel. */
export const inSteps = (epsilon: number): number => 255 * epsilon;
