import { useLabSession, useLabState } from './runs/lab.tsx';
import type { ViewMode } from './state/types.ts';
import { Segmented } from '../../src/ui/controls/Segmented.tsx';
import { useText } from '../../src/ui/useText.ts';

const views: readonly ViewMode[] = ['relief', 'book', 'overlay'];

/** Relief, as in the book, overlay. */
export function ViewSwitch() {
  const t = useText();
  const { store } = useLabSession();
  const view = useLabState((state) => state.view);
  return (
    <Segmented
      className="view-switch"
      label={t('view.label')}
      options={views.map((value) => ({ value, label: t(`view.${value}`) }))}
      value={view}
      onChange={(next) => store.update({ view: next })}
    />
  );
}
