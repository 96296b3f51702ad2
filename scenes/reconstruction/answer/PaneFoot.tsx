import { useComputing } from '../../../src/scene/computing.tsx';
import { useText } from '../../../src/ui/useText.ts';
import { Thumb } from '../input/Thumb.tsx';
import { useSeen } from '../model.ts';
import type { PaneId } from '../state.ts';
import { useAnswering } from './answering.tsx';

/** What a pane waits for, or why there is nothing to show. */
export function PaneFoot({ id }: { readonly id: PaneId }) {
  const t = useText();
  const { fetching, failure, lookupFailure } = useAnswering();
  if (id === 'network' && failure !== null) return <Failed text={t('rec.failed', { reason: failure })} />;
  if (id === 'lookup' && lookupFailure !== null)
    return <Failed text={t('rec.lookup.failed', { reason: lookupFailure })} />;
  if (id !== 'network') return null;
  if (!fetching) return <PictureInset />;
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

/** The picture that the answer is to, 64 × 64, as the network was given it; in its own colours, where it has any. */
function PictureInset() {
  const t = useText();
  const { shown } = useSeen();
  return (
    shown && (
      <figure className="rec-picture" data-covers="">
        <Thumb picture={shown.picture} colours={shown.colours} painted />
        <figcaption data-painted="">{t('rec.pane.picture')}</figcaption>
      </figure>
    )
  );
}
