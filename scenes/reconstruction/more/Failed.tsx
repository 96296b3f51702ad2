import { useComputing } from '../runs/jobs.tsx';
import { retryMore } from '../runs/moreJobs.ts';
import { useReconstructionSession, useResults } from '../runs/session.tsx';
import { useText } from '../../../src/ui/useText.ts';

/** Over a view whose own jobs failed: why, and another try. */
export function Failed({ why }: { readonly why: string }) {
  const t = useText();
  const session = useReconstructionSession();
  const computing = useComputing();
  const unanswered = useResults((results) => results.failure !== null);
  const retry = () => {
    retryMore(session);
    if (unanswered) computing?.runner.retry();
  };
  return (
    <div className="clouds-notice card" role="alert">
      <p>{why}</p>
      <button type="button" className="button" onClick={retry}>
        {t('error.retry')}
      </button>
    </div>
  );
}
