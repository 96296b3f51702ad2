import { Suspense, useId, useState, type ReactNode } from 'react';
import { Boundary } from './Boundary.tsx';
import { IconButton } from './controls/IconButton.tsx';
import { useCommonState } from '../runs/session.tsx';
import { useCompact, usePhone } from './preferences.ts';
import { useText } from './useText.ts';

interface Props {
  /** The first picture stands: what may come after it (leva) is fetched now. */
  readonly ready: boolean;
  /** Always in sight, over the rows. */
  readonly head: ReactNode;
  /** The rows; lazy, so that they come after the first picture. */
  readonly children: ReactNode;
}

/**
 * The card at the right, or the sheet at the bottom of a phone: its head, then leva's panel, which comes once `ready` and until
 * then leaves its room empty.
 */
export function Parameters({ ready, head, children }: Props) {
  const t = useText();
  const bodyId = useId();
  const titleId = useId();
  const phone = usePhone();
  const compact = useCompact();
  const asked = useCommonState((state) => state.card !== null);
  // Until the visitor folds or unfolds it: open beside the picture, closed where it would lie over it or a question needs its room.
  const [chosen, setChosen] = useState<boolean | null>(null);
  const open = chosen ?? !(phone || (compact && asked));
  const waiting = (
    <p className="panel-waiting" aria-busy="true">
      {t('panel.loading')}
    </p>
  );
  return (
    <aside className={open ? 'card parameters' : 'card parameters folded'} data-panel="parameters" id="parameters">
      {/* Whatever else is in sight, the rows' own headings stand below this one. */}
      <h2 id={titleId} className="visually-hidden">
        {t('panel.label')}
      </h2>
      <div className="parameters-head">
        {head}
        <IconButton
          className="fold"
          icon="sliders"
          name={t(open ? 'panel.fold' : 'panel.open')}
          aria-expanded={open}
          aria-controls={bodyId}
          onClick={() => setChosen(!open)}
        />
      </div>
      <div id={bodyId} className="parameters-body" hidden={!open} role="group" aria-labelledby={titleId}>
        <Boundary onError={reportError}>
          {ready && open ? <Suspense fallback={waiting}>{children}</Suspense> : waiting}
        </Boundary>
      </div>
    </aside>
  );
}
