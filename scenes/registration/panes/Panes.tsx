import type { RefCallback } from 'react';
import { useRegistrationState, useRuns } from '../runs/session.tsx';
import { ColourBar } from './ColourBar.tsx';
import { titleOf } from '../read/methods.ts';
import { useText } from '../../../src/ui/useText.ts';
import { Loading } from './Loading.tsx';
import { PaneHead } from './PaneHead.tsx';
import { PaneFoot } from './PaneFoot.tsx';
import { residualLimit } from './residualLimit.ts';
import type { Places } from './usePlaces.ts';

interface Props extends Places {
  readonly colours: readonly string[];
  readonly slot: (index: number) => RefCallback<HTMLElement>;
}

/** The cards over the canvas: what each method is, its numbers at the clock's step, and what came of it. */
export function Panes({ places, picking, colours, slot }: Props) {
  const t = useText();
  const panes = useRuns((runs) => runs.panes);
  const pair = useRuns((runs) => runs.pair);
  const settings = useRegistrationState((state) => state.panes);
  const residuals = useRegistrationState((state) => state.residuals);
  const run = panes.find((pane) => pane.run)?.run;
  return (
    <div className="panes-room">
      {picking && (
        <div className="pane-tabs" role="group" aria-label={t('reg.panes.pick')}>
          {settings.map((pane, k) => (
            <button
              key={k}
              type="button"
              aria-pressed={picking.shown.includes(k)}
              style={{ color: colours[k] }}
              onClick={() => picking.pick(k)}
            >
              {t(`reg.short.${pane.method}`)}
            </button>
          ))}
        </div>
      )}
      <div className="panes" data-count={places.length}>
        {places.map((indices, place) => (
          <section
            key={place}
            ref={slot(place)}
            className={indices.length > 1 ? 'pane overlaid' : 'pane'}
            data-pane={indices.length > 1 ? 'all' : indices[0]}
            aria-label={indices.length > 1 ? t('reg.overlay') : titleOf(t, settings[indices[0]!]!, pair)}
          >
            {indices.map((k) => {
              const pane = panes[k];
              return (
                pane && (
                  <PaneHead key={k} pane={pane} pair={pair} colour={colours[k] ?? ''} together={indices.length > 1} />
                )
              );
            })}
            {indices.length === 1 && panes[indices[0]!] && <PaneFoot pane={panes[indices[0]!]!} />}
          </section>
        ))}
      </div>
      {residuals && run && <ColourBar pair={run.pair} limit={residualLimit(run)} />}
      <Loading />
    </div>
  );
}
