import { useComputing } from '../runs/jobs.tsx';
import { useResults } from '../runs/session.tsx';
import { useText } from '../../../src/ui/useText.ts';

/** Over a view that has no answer yet: how far the network's weights have come, or why there is none. */
export function Loading() {
  const t = useText();
  const computing = useComputing();
  const fetching = useResults((results) => results.fetching);
  const failure = useResults((results) => results.failure);
  const answered = useResults((results) => results.answer !== null);
  if (failure !== null) {
    return (
      <div className="clouds-notice card" role="alert">
        <p>{t('rec.failed', { reason: failure })}</p>
        <button type="button" className="button" onClick={() => computing?.runner.retry()}>
          {t('error.retry')}
        </button>
      </div>
    );
  }
  // What comes later (the bank) keeps nobody from looking.
  if (fetching === null || answered) return null;
  return (
    <div className="clouds-notice card" role="status">
      <label>
        {t('rec.fetching', { file: fetching.file })}
        <progress max={1} value={fetching.part} />
      </label>
    </div>
  );
}
