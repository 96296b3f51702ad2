import { Toggle } from '../../../src/ui/controls/Toggle.tsx';
import { useText } from '../../../src/ui/useText.ts';
import { model } from '../model.ts';
import { turnToFront } from '../read/front.ts';
import { paneIds, type PaneId } from '../state.ts';

/** Which of answer, truth and look-up are drawn; one of them at least. `blind`: nobody knows the truth. */
export function PanesRow({ blind }: { readonly blind: boolean }) {
  const t = useText();
  const { store } = model.useSession();
  const panes = model.useState((state) => state.panes);
  const setPane = (id: PaneId, on: boolean) => {
    const next = paneIds.filter((each) => (each === id ? on : panes.includes(each)));
    if (next.some((each) => !(blind && each === 'truth'))) store.update({ panes: next });
  };
  return (
    <>
      {paneIds.map((id) => (
        <Toggle
          key={id}
          label={t(`rec.pane.${id}`)}
          checked={panes.includes(id) && !(blind && id === 'truth')}
          disabled={blind && id === 'truth'}
          onChange={(on) => setPane(id, on)}
        />
      ))}
      {blind && <p className="note">{t('rec.blind')}</p>}
    </>
  );
}

/** Back to where the picture was taken from. */
export function FrontButton() {
  const t = useText();
  const session = model.useSession();
  return (
    <button type="button" className="button" aria-keyshortcuts="F" onClick={() => turnToFront(session)}>
      {t('rec.front')}
    </button>
  );
}
