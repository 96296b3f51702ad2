import { saidText } from '../../../src/ui/say/said.ts';
import { useText } from '../../../src/ui/useText.ts';
import type { PaneRun } from '../runs/paneRuns.ts';
import { reasonSaid } from './reason.ts';
import { Sign } from './Sign.tsx';
import { truthInWords } from './truth.ts';

/** What the truth says, where it is known, and apart from it the verdict that does not know it: sign, word and reason. */
export function VerdictLine({ run }: { readonly run: PaneRun }) {
  const t = useText();
  const { judgement } = run.answer;
  const truth = truthInWords(t, run);
  return (
    <div className="pane-verdict">
      {truth && (
        <p className={truth.right ? 'good' : 'failed'} data-truth={truth.right ? 'right' : 'wrong'}>
          <strong>
            <Sign of={truth.right ? 'good' : 'failed'} />
            <span data-painted="">{truth.word}</span>
          </strong>{' '}
          <span className="pane-reason">{truth.off}</span>
        </p>
      )}
      {judgement ? (
        <p className={judgement.verdict} data-verdict={judgement.verdict}>
          {truth && <span className="pane-reason">{t('reg.blindly')} </span>}
          <strong>
            <Sign of={judgement.verdict} />
            <span data-painted="">{t(`reg.verdict.${judgement.verdict}`)}</span>
          </strong>{' '}
          <span className="pane-reason">{saidText(reasonSaid(t, run, judgement))}</span>
        </p>
      ) : (
        <p>{t('reg.judging')}</p>
      )}
    </div>
  );
}
