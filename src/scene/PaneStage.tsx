import { useState } from 'react';
import { SessionProvider, useSession } from '../runs/session.tsx';
import { useText } from '../ui/useText.ts';
import { usePaneBoxes } from '../view/clouds/usePaneBoxes.ts';
import { Pace } from '../view/Pace.tsx';
import { Stage } from '../view/Stage.tsx';
import { useQuality } from '../view/useQuality.ts';
import { PanesInside } from './PanesInside.tsx';
import type { PaneStageProps } from './stage.ts';
// In this order: what is narrow or low says otherwise.
import './panes/layout.css';
import './panes/pane.css';
import './panes/parts.css';
import './panes/older.css';
import './panes/lens.css';
import './panes/narrow.css';

/** Panes side by side under one camera and one clock: cards over the one canvas that draws what is in them. */
export function PaneStage(props: PaneStageProps) {
  const { renderer, askedQuality, onContext, onError, label, subject, panes, before, children, view } = props;
  const { lens = null } = props;
  const session = useSession();
  const t = useText();
  const [holder, setHolder] = useState<HTMLElement | null>(null);
  const { slot, boxes, covers } = usePaneBoxes(holder);
  const lenses = usePaneBoxes(holder);
  const { quality, pacer } = useQuality(renderer, askedQuality);
  return (
    <div className="clouds" data-view={view} ref={setHolder}>
      {renderer === null ? (
        <p className="clouds-notice card" role="status">
          {t('panes.webgl')}
        </p>
      ) : (
        <Stage
          maxPixelRatio={quality.maxPixelRatio}
          label={label}
          describedBy="summary"
          onContext={onContext}
          onError={onError}
        >
          {holder && subject && boxes.length === panes.length && (
            <SessionProvider session={session}>
              {pacer && <Pace pacer={pacer} clock={session.clock} />}
              <PanesInside
                {...props}
                subject={subject}
                quality={quality}
                boxes={boxes}
                covers={covers}
                lensBoxes={lenses.boxes}
                holder={holder}
              />
            </SessionProvider>
          )}
        </Stage>
      )}
      <div className="panes-room">
        {before}
        <div className="panes" data-count={panes.length}>
          {panes.map(({ id, label: name, head, foot, overlaid, older }, place) => (
            <section
              key={id}
              ref={slot(place)}
              className={overlaid ? 'pane overlaid' : 'pane'}
              data-pane={id}
              data-older={older ? '' : undefined}
              aria-label={name}
            >
              {older && <p className="pane-older">{older}</p>}
              {head}
              {lens && (
                <div className="pane-lens" ref={lenses.slot(place)}>
                  <span data-painted="">{lens.label}</span>
                </div>
              )}
              {foot}
            </section>
          ))}
        </div>
        {children}
      </div>
    </div>
  );
}
