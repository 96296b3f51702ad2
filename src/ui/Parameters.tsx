import { lazy, Suspense, useId, useState } from 'react';
import { IconButton } from './controls/IconButton.tsx';
import { LoadBoundary } from './controls/LoadBoundary.tsx';
import { usePhone } from './preferences.ts';
import { useText } from './useText.ts';
import { ViewSwitch } from './ViewSwitch.tsx';

const Panel = lazy(() => import('./panel/Panel.tsx'));

/**
 * The card at the right, or the sheet at the bottom of a phone: views, then leva's panel, which comes once `ready` (the first
 * picture stands) and until then leaves its room empty.
 */
export function Parameters({ ready }: { ready: boolean }) {
  const t = useText();
  const bodyId = useId();
  const phone = usePhone();
  // Until the visitor folds or unfolds it: open beside the picture, closed where it would lie over it.
  const [chosen, setChosen] = useState<boolean | null>(null);
  const open = chosen ?? !phone;
  const waiting = (
    <p className="panel-waiting" aria-busy="true">
      {t('panel.loading')}
    </p>
  );
  return (
    <aside className={open ? 'card parameters' : 'card parameters folded'} data-panel="parameters" id="parameters">
      <div className="parameters-head">
        <ViewSwitch />
        <IconButton
          className="fold"
          icon="sliders"
          name={t(open ? 'panel.fold' : 'panel.open')}
          aria-expanded={open}
          aria-controls={bodyId}
          onClick={() => setChosen(!open)}
        />
      </div>
      <div id={bodyId} className="parameters-body" hidden={!open} role="group" aria-label={t('panel.label')}>
        <LoadBoundary failed={<p className="field-error">{t('panel.failed')}</p>}>
          {ready && open ? (
            <Suspense fallback={waiting}>
              <Panel />
            </Suspense>
          ) : (
            waiting
          )}
        </LoadBoundary>
      </div>
    </aside>
  );
}
