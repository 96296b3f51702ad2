import { useReconstructionSession, useReconstructionState } from '../runs/session.tsx';
import { viewIds, type ViewId } from '../state/types.ts';
import { useText } from '../../../src/ui/useText.ts';

/** What the page shows of it all. Another view begins anew. */
export function ViewSelect() {
  const t = useText();
  const { store } = useReconstructionSession();
  const view = useReconstructionState((state) => state.view);
  return (
    <select
      className="data-select rec-view-select"
      aria-label={t('rec.view')}
      value={view}
      onChange={(event) =>
        store.begin({ view: event.currentTarget.value as ViewId, camera: undefined, card: undefined })
      }
    >
      {viewIds.map((id) => (
        <option key={id} value={id}>
          {t(`rec.view.${id}`)}
        </option>
      ))}
    </select>
  );
}
