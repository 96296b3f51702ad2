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

/** "97.65 % of 2,000 test digits (8,000 others to learn from)"; what a network of the reader's own learned from nobody knows here. */
export function splitOf(t: Words, { net, right, test, train }: DigitNet): string {
  const counted = { share: percent(t, right / test, 4), test: t.number(test) };
  return net === 0 ? t('mic.digit.split', { ...counted, train: t.number(train) }) : t('mic.digit.split.own', counted);
}

/** "read as 3", and by which network where it is the reader's own. */
export const readsOf = (t: Words, answer: number, net: string | null): string =>
  net === null ? t('mic.digit.reads', { answer }) : t('mic.digit.reads.own', { answer, net });

/** "test digit 36, a 3, is read as 3." The reader's own network is named. */
export const headingOf = (t: Words, look: DigitLook, net: string | null): string =>
  t('mic.digit.summary', { name: nameOf(t, look), answer: look.answer }) +
  (net === null ? '' : t('sentence.gap') + t('mic.digit.net.own', { name: net }));

/** Of the smallest nudge, in the steps of a pixel. */
export const inSteps = (epsilon: number): number => 255 * epsilon;
