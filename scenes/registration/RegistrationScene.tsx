import { useMemo, useState } from 'react';
import { useRegistrationState, useRegistrationSession, useRuns } from './runs/session.tsx';
import { SessionProvider } from '../../src/runs/session.tsx';
import { useReducedMotion, useTheme } from '../../src/ui/preferences.ts';
import { coloursOf } from './read/methods.ts';
import { useText } from '../../src/ui/useText.ts';
import { usePaneBoxes } from '../../src/view/clouds/usePaneBoxes.ts';
import { Pace } from '../../src/view/Pace.tsx';
import { createPacer } from '../../src/view/pace.ts';
import { palettes } from '../../src/view/palette.ts';
import { heldLevel, qualityAt, qualityFor } from '../../src/view/quality.ts';
import { Stage } from '../../src/view/Stage.tsx';
import { Panes } from './panes/Panes.tsx';
import { PanesView } from './panes/PanesView.tsx';
import { usePlaces } from './panes/usePlaces.ts';

export interface RegistrationSceneProps {
  /** The graphics driver's name for itself; null: nothing can be drawn, the panes say their numbers alone. */
  readonly renderer: string | null;
  /** What the address asks for: see `heldLevel`. */
  readonly askedQuality: string | null;
  /** The drawing context went (false) or came back. */
  readonly onContext: (alive: boolean) => void;
  /** The picture cannot be drawn. */
  readonly onError: (error: unknown) => void;
}

/** The panes: a card for each method over the one canvas that draws their clouds. */
export function RegistrationScene({ renderer, askedQuality, onContext, onError }: RegistrationSceneProps) {
  const session = useRegistrationSession();
  const words = useText();
  const theme = useTheme();
  const reducedMotion = useReducedMotion();
  const panes = useRegistrationState((state) => state.panes);
  const data = useRegistrationState((state) => state.data);
  const pair = useRuns((runs) => runs.pair);
  const colours = useMemo(() => coloursOf(theme, panes), [theme, panes]);
  const [holder, setHolder] = useState<HTMLElement | null>(null);
  const { slot, boxes } = usePaneBoxes(holder);
  const { places, picking } = usePlaces();
  const [best] = useState(() => qualityFor(renderer ?? '', window.innerWidth));
  const held = heldLevel(askedQuality);
  const [level, setLevel] = useState(held ?? 0);
  const quality = useMemo(() => qualityAt(best, level), [best, level]);
  const pacer = useMemo(() => (held === null ? createPacer(setLevel) : null), [held]);
  return (
    <div className="clouds" ref={setHolder}>
      {renderer !== null && (
        <Stage
          maxPixelRatio={quality.maxPixelRatio}
          label={words('reg.canvas', { data: words(`reg.data.${data}`) })}
          describedBy="summary"
          onContext={onContext}
          onError={onError}
        >
          {holder && pair && boxes.length === places.length && (
            <SessionProvider session={session}>
              {pacer && <Pace pacer={pacer} clock={session.clock} />}
              <PanesView
                pair={pair}
                boxes={boxes}
                places={places}
                colours={colours}
                palette={palettes[theme]}
                quality={quality}
                renderer={renderer}
                reducedMotion={reducedMotion}
                holder={holder}
              />
            </SessionProvider>
          )}
        </Stage>
      )}
      {renderer === null && (
        <p className="clouds-notice card" role="status">
          {words('reg.webgl')}
        </p>
      )}
      <Panes places={places} picking={picking} colours={colours} slot={slot} />
    </div>
  );
}
