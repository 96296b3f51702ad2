import { useComputing } from '../runs/jobs.tsx';
import { useResults } from '../runs/session.tsx';
import type { PaneId } from '../state/types.ts';
import { useText } from '../../../src/ui/useText.ts';

/** What a pane waits for, or why there is nothing to show. */
export function PaneFoot({ id }: { readonly id: PaneId }) {
  switch (id) {
    case 'network':
      return <NetworkFoot />;
    case 'lookup':
      return <LookUpFoot />;
    case 'truth':
      return null;
  }
}

/** How far the network's weights have come, or why there is no answer. */
function NetworkFoot() {
  const t = useText();
  const fetching = useResults((results) => results.fetching);
  const failure = useResults((results) => results.failure);
  const answered = useResults((results) => results.answer !== null);
  if (failure !== null) return <Failed text={t('rec.failed', { reason: failure })} />;
  // What comes later (the bank) keeps nobody from looking.
  if (fetching === null || answered) return null;
  return (
    <p className="pane-waiting rec-fetching" role="status">
      <label>
        {t('rec.fetching', { file: fetching.file })}
        <progress max={1} value={fetching.part} />
      </label>
    </p>
  );
}

function LookUpFoot() {
  const t = useText();
  const failure = useResults((results) => results.lookupFailure);
  return failure === null ? null : <Failed text={t('rec.lookup.failed', { reason: failure })} />;
}

function Failed({ text }: { readonly text: string }) {
  const t = useText();
  const computing = useComputing();
  return (
    <div className="pane-problem" role="alert">
      <p>{text}</p>
      <button type="button" className="button" onClick={() => computing?.runner.retry()}>
        {t('error.retry')}
      </button>
    </div>
  );
}
