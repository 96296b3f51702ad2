import { lab } from './model.ts';
import { Segmented } from '../../src/ui/controls/Segmented.tsx';
import { useText } from '../../src/ui/useText.ts';

const views = ['relief', 'book', 'overlay', 'heat', 'tune'] as const;

/** Relief, as in the book, overlay, heat map, tuning. */
export function ViewSwitch() {
  const t = useText();
  const { store } = lab.useSession();
  const view = lab.useState((state) => state.view);
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
