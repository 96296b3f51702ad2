import { useComputing } from '../runs/jobs.tsx';
import { useRegistrationState, useRuns } from '../runs/session.tsx';
import { useText } from '../../../src/ui/useText.ts';

/** How far the data has been read, or why it could not be had. */
export function Loading() {
  const t = useText();
  const computing = useComputing();
  const data = useRegistrationState((state) => state.data);
  const loading = useRuns((runs) => runs.loading);
  const failure = useRuns((runs) => runs.failure);
  const name = t(`reg.data.${data}`);
  if (failure !== null) {
    return (
      <div className="clouds-notice card" role="alert">
        <p>{t('reg.load.failed', { data: name, reason: failure })}</p>
        <button type="button" className="button" onClick={() => computing?.runner.retry()}>
          {t('error.retry')}
        </button>
      </div>
    );
  }
  if (loading === null) return null;
  return (
    <div className="clouds-notice card" role="status">
      <label>
        {t('reg.load', { data: name })}
        <progress max={1} value={loading} />
      </label>
    </div>
  );
}
