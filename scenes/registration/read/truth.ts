import type { Words } from '../../../src/ui/useText.ts';
import type { PaneRun } from '../runs/paneRuns.ts';
import { truthOf } from '../runs/truth.ts';
import { errorInWords } from './lengths.ts';

/** Right or wrong, by how much, and from where on it is wrong; null: nobody knows. */
export function truthInWords(t: Words, run: Pick<PaneRun, 'pair' | 'answer'>) {
  const truth = truthOf(run);
  if (!truth) return null;
  const { right, off, limit } = truth;
  const length = (value: number) => errorInWords(t, run.pair, value);
  return {
    right,
    word: t(right ? 'reg.truth.right' : 'reg.truth.wrong'),
    off: t('reg.truth.off', { error: length(off), limit: length(limit) }),
  };
}

/** The verdict of a run that has ended, named as one that does not know the truth where that is known; '' while it is awaited. */
export function verdictInWords(t: Words, run: Pick<PaneRun, 'pair' | 'answer'>): string {
  const { judgement } = run.answer;
  if (!judgement) return '';
  const verdict = t(`reg.verdict.${judgement.verdict}`);
  return truthOf(run) ? `${t('reg.blindly')} ${verdict}` : verdict;
}
