import { useReconstructionSession, useReconstructionState, useResults } from '../runs/session.tsx';
import { reconstructionParams } from '../state/defaults.ts';
import { paneIds, threadIds, type PaneId } from '../state/types.ts';
import { RangeControl } from '../../../src/ui/controls/RangeControl.tsx';
import { Segmented } from '../../../src/ui/controls/Segmented.tsx';
import { Toggle } from '../../../src/ui/controls/Toggle.tsx';
import { useText } from '../../../src/ui/useText.ts';
import { FrontButton } from './FrontButton.tsx';

/** What of answer, truth and look-up is drawn. */
export function Show() {
  const t = useText();
  const { store } = useReconstructionSession();
  const panes = useReconstructionState((state) => state.panes);
  const errors = useReconstructionState((state) => state.errors);
  const threads = useReconstructionState((state) => state.threads);
  const size = useReconstructionState((state) => state.size);
  // Without a known truth there is no error to draw.
  const blind = useResults(({ shown }) => shown !== null && shown.sample === null);
  const setPane = (id: PaneId, on: boolean) => {
    const next = paneIds.filter((each) => (each === id ? on : panes.includes(each)));
    if (next.some((each) => !(blind && each === 'truth'))) store.update({ panes: next });
  };
  return (
    <fieldset className="rec-show">
      <legend>{t('rec.show')}</legend>
      {paneIds.map((id) => (
        <Toggle
          key={id}
          label={t(`rec.pane.${id}`)}
          checked={panes.includes(id) && !(blind && id === 'truth')}
          disabled={blind && id === 'truth'}
          onChange={(on) => setPane(id, on)}
        />
      ))}
      {blind && <p className="rec-note">{t('rec.blind')}</p>}
      <Toggle
        label={t('rec.errors')}
        checked={errors && !blind}
        disabled={blind}
        onChange={(on) => store.update({ errors: on })}
      />
      <p className="rec-label">{t('rec.threads')}</p>
      <Segmented
        label={t('rec.threads')}
        options={threadIds.map((id) => ({ value: id, label: t(`rec.threads.${id}`) }))}
        value={blind ? 'none' : threads}
        disabled={blind}
        onChange={(next) => store.update({ threads: next })}
      />
      <RangeControl
        label={t('rec.size')}
        spec={reconstructionParams.size}
        value={size}
        onChange={(value) => store.update({ size: value }, 'replace')}
      />
      <FrontButton />
    </fieldset>
  );
}
