import { useRegistrationSession, useRegistrationState, useRuns } from '../runs/session.tsx';
import { curveIds } from '../state/types.ts';
import { Segmented } from '../../../src/ui/controls/Segmented.tsx';
import { Toggle } from '../../../src/ui/controls/Toggle.tsx';
import { useText } from '../../../src/ui/useText.ts';

/** What of it all is drawn. */
export function Show() {
  const t = useText();
  const { store } = useRegistrationSession();
  const overlay = useRegistrationState((state) => state.overlay);
  const threads = useRegistrationState((state) => state.threads);
  const residuals = useRegistrationState((state) => state.residuals);
  const curve = useRegistrationState((state) => state.curve);
  // Without a known truth there is no error to draw, and the RMSE stands for it.
  const blind = useRuns(({ pair }) => pair !== null && pair.truth === null);
  const offered = curveIds.filter((id) => !blind || id !== 'error');
  return (
    <fieldset className="show">
      <legend>{t('reg.show')}</legend>
      <Toggle label={t('reg.threads')} checked={threads} onChange={(on) => store.update({ threads: on })} />
      <Toggle label={t('reg.residuals')} checked={residuals} onChange={(on) => store.update({ residuals: on })} />
      <Toggle label={t('reg.overlay')} checked={overlay} onChange={(on) => store.update({ overlay: on })} />
      <Segmented
        label={t('reg.curve')}
        options={offered.map((id) => ({ value: id, label: t(`reg.curve.${id}`) }))}
        value={blind && curve === 'error' ? 'rmse' : curve}
        onChange={(next) => store.update({ curve: next })}
      />
    </fieldset>
  );
}
