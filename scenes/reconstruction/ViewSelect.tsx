import { useText } from '../../src/ui/useText.ts';
import { model } from './model.ts';
import { showView } from './picture/choose.ts';
import { viewIds, type ViewId } from './state.ts';

/** What the page shows of it all. */
export function ViewSelect() {
  const t = useText();
  const session = model.useSession();
  const view = model.useState((state) => state.view);
  return (
    <select
      className="data-select rec-view-select"
      aria-label={t('rec.view')}
      value={view}
      onChange={(event) => showView(session, event.currentTarget.value as ViewId)}
    >
      {viewIds.map((id) => (
        <option key={id} value={id}>
          {t(`rec.view.${id}`)}
        </option>
      ))}
    </select>
  );
}
