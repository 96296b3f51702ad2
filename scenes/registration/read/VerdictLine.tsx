import { succeeded } from '../runs/reading.ts';
import type { PaneRun } from '../runs/paneRuns.ts';
import { useText } from '../../../src/ui/useText.ts';
import { reasonText } from './reason.ts';

const marks = {
  good: 'M4 9.5 7.5 13 14 5.5',
  ambiguous: 'M4 7c2-3 4 1 5 0s3-3 5 0M4 12c2-3 4 1 5 0s3-3 5 0',
  doubtful: 'M9 4v6.4M9 13.2v1',
  failed: 'M5 5l8 8M13 5l-8 8',
} as const;

/** The verdict without the truth: sign, word and reason; and, where the truth is known and says otherwise, that. */
export function VerdictLine({ run }: { readonly run: PaneRun }) {
  const t = useText();
  const { judgement } = run.answer;
  if (!judgement) return <p className="pane-verdict">{t('reg.judging')}</p>;
  const { verdict } = judgement;
  const right = succeeded(run);
  const wrong = right !== null && right !== (verdict === 'good') && verdict !== 'doubtful';
  return (
    <p className={`pane-verdict ${verdict}`} data-verdict={verdict}>
      <strong>
        <svg viewBox="0 0 18 18" width="16" height="16" aria-hidden="true">
          <path d={marks[verdict]} fill="none" stroke="currentColor" strokeWidth="2.2" strokeLinecap="round" />
        </svg>
        <span data-painted="">{t(`reg.verdict.${verdict}`)}</span>
      </strong>{' '}
      <span className="pane-reason">{reasonText(t, run.pair, judgement)}</span>
      {wrong && <span className="pane-truth"> {t(right ? 'reg.truth.right' : 'reg.truth.wrong')}</span>}
    </p>
  );
}
