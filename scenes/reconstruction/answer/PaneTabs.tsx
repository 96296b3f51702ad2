import { useText } from '../../../src/ui/useText.ts';
import type { Picking } from './useAnswerPanes.ts';

/** On a narrow page: which of the clouds stand there. */
export function PaneTabs({ picking }: { readonly picking: Picking }) {
  const t = useText();
  return (
    <div className="pane-tabs" role="group" aria-label={t('rec.panes.pick')}>
      {picking.all.map((id) => (
        <button key={id} type="button" aria-pressed={picking.shown.includes(id)} onClick={() => picking.pick(id)}>
          {t(`rec.pane.${id}`)}
        </button>
      ))}
    </div>
  );
}
