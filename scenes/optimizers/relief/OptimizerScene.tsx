import { surfaceName } from '../../../src/surfaces/name.ts';
import { Suspense, useEffect, useState } from 'react';
import { useJobsOf } from '../../../src/scene/computing.tsx';
import type { ViewProps } from '../../../src/scene/viewProps.ts';
import { lab } from '../model.ts';
import { SessionProvider } from '../../../src/runs/session.tsx';
import { useReducedMotion, useTheme } from '../../../src/ui/preferences.ts';
import { laterOnPage } from '../../../src/ui/later.tsx';
import { useText } from '../../../src/ui/useText.ts';
import { palettes } from '../../../src/view/palette.ts';
import { useQuality } from '../../../src/view/useQuality.ts';
import { usePanels } from './usePanels.ts';
import { Stage } from '../../../src/view/Stage.tsx';
import './scene.css';
import type { Pointed } from '../pointed/pointed.ts';
import { setStart } from '../state/actions.ts';
import { onGrid } from '../../../src/surfaces/domain.ts';
import { Relief } from './Relief.tsx';

const Readout = laterOnPage(async () => (await import('../pointed/Readout.tsx')).Readout);

interface Props extends ViewProps {
  readonly renderer: string;
}

/** The relief with its labels and readout; the flat figures stand beside it in the app. */
export function OptimizerScene({ renderer, askedQuality, onContext, onError }: Props) {
  const jobs = useJobsOf(lab);
  const session = lab.useSession();
  const words = useText();
  const theme = useTheme();
  const reducedMotion = useReducedMotion();
  const surface = lab.useState((state) => state.surface);
  const [overlay, setOverlay] = useState<HTMLElement | null>(null);
  const panels = usePanels(overlay);
  const [pointed, setPointed] = useState<Pointed | null>(null);
  const { quality, pacer } = useQuality(renderer, askedQuality);
  const pinned = pointed?.pinned === true;
  const { store } = session;
  useEffect(() => {
    if (!pinned) return;
    const putAway = () => setPointed(null);
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented) putAway();
    };
    window.addEventListener('keydown', onKeyDown);
    const end = store.subscribe((now, before) => {
      const { camera, presenting, near } = before.state;
      const moved = now.state.camera !== camera || now.state.presenting !== presenting || now.state.near !== near;
      if (now.experiment !== before.experiment || moved) putAway();
    });
    return () => {
      window.removeEventListener('keydown', onKeyDown);
      end();
    };
  }, [pinned, store]);
  const onStart = (x: number, y: number) => {
    setPointed(null);
    setStart(store, onGrid([x, y], store.get().state.surface.domain), 'push');
  };
  return (
    <div className="scene">
      <Stage
        maxPixelRatio={quality.maxPixelRatio}
        label={words('scene.canvas', { surface: surfaceName(words.language, surface) })}
        describedBy="summary"
        onContext={onContext}
        onError={onError}
      >
        {overlay && panels && (
          <SessionProvider session={session}>
            <Relief
              jobs={jobs}
              palette={palettes[theme]}
              words={words}
              overlay={overlay}
              quality={quality}
              pacer={pacer}
              panels={panels}
              reducedMotion={reducedMotion}
              onPointed={setPointed}
            />
          </SessionProvider>
        )}
      </Stage>
      <div ref={setOverlay} className="labels" aria-hidden="true" />
      <Suspense>{pointed && <Readout at={pointed} onStart={onStart} />}</Suspense>
    </div>
  );
}
