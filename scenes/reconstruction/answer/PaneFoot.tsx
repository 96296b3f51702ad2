import { useComputing } from '../../../src/scene/computing.tsx';
import { useText } from '../../../src/ui/useText.ts';
import type { PaneId } from '../state.ts';
import { useAnswering } from './answering.tsx';

/** What a pane waits for, or why there is nothing to show. */
export function PaneFoot({ id }: { readonly id: PaneId }) {
  const t = useText();
  const { fetching, failure, lookupFailure } = useAnswering();
  if (id === 'network' && failure !== null) return <Failed text={t('rec.failed', { reason: failure })} />;
  if (id === 'lookup' && lookupFailure !== null)
    return <Failed text={t('rec.lookup.failed', { reason: lookupFailure })} />;
  if (id !== 'network' || !fetching) return null;
  return (
    <p className="pane-waiting rec-fetching" role="status">
      <label>
        {t('rec.fetching', { file: fetching.file })}
        <progress max={1} value={fetching.part} />
      </label>
    </p>
  );
}

function Failed({ text }: { readonly text: string }) {
  const t = useText();
  const computing = useComputing();
  return (
    <div className="pane-problem" role="alert">
      <p>{text}</p>
      <button type="button" className="button" onClick={() => computing?.retry()}>
        {t('error.retry')}
      </button>
    </div>
  );
}
