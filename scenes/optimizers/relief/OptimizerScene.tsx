import { useCallback, useMemo, useState } from 'react';
import type { Jobs } from '../../../src/jobs/client.ts';
import type { ComputeStore } from '../runs/compute.ts';
import { useLabState } from '../runs/lab.tsx';
import { SessionProvider, useSession } from '../../../src/runs/session.tsx';
import { useReducedMotion, useTheme } from '../../../src/ui/preferences.ts';
import { useText } from '../../../src/ui/useText.ts';
import { palettes } from '../../../src/view/palette.ts';
import { createPacer } from '../../../src/view/pace.ts';
import { heldLevel, qualityAt, qualityFor } from '../../../src/view/quality.ts';
import { usePanels } from './usePanels.ts';
import { Stage } from '../../../src/view/Stage.tsx';
import './scene.css';
import { Readout } from './Readout.tsx';
import { Relief, type Hovered } from './Relief.tsx';

export interface OptimizerSceneProps {
  readonly jobs: Jobs | null;
  readonly compute: ComputeStore;
  /** The graphics driver's name for itself, for the quality to start with. */
  readonly renderer: string;
  /** What the address asks for: see `heldLevel`. */
  readonly askedQuality: string | null;
  readonly onReady: () => void;
  /** The drawing context went (false) or came back. */
  readonly onContext: (alive: boolean) => void;
  /** The picture cannot be drawn. */
  readonly onError: (error: unknown) => void;
  /** A grid or a swarm could not be computed; the picture goes on without. */
  readonly onJobError: (error: unknown) => void;
}

/** The relief with its labels and readout; the flat figures stand beside it in the app. */
export function OptimizerScene(props: OptimizerSceneProps) {
  const { jobs, compute, renderer, askedQuality, onReady, onContext, onError, onJobError } = props;
  const session = useSession();
  const words = useText();
  const theme = useTheme();
  const reducedMotion = useReducedMotion();
  const surface = useLabState((state) => state.surface);
  const [overlay, setOverlay] = useState<HTMLElement | null>(null);
  const panels = usePanels(overlay);
  const [hovered, setHovered] = useState<Hovered | null>(null);
  const [best] = useState(() => qualityFor(renderer, window.innerWidth));
  const held = heldLevel(askedQuality);
  const [level, setLevel] = useState(held ?? 0);
  const quality = useMemo(() => qualityAt(best, level), [best, level]);
  const pacer = useMemo(() => (held === null ? createPacer(setLevel) : null), [held]);
  const onHover = useCallback((next: Hovered | null) => {
    setHovered(next);
  }, []);
  return (
    <div className="scene">
      <Stage
        maxPixelRatio={quality.maxPixelRatio}
        label={words('scene.canvas', { surface: surface.name })}
        describedBy="summary"
        onContext={onContext}
        onError={onError}
      >
        {overlay && panels && (
          <SessionProvider session={session}>
            <Relief
              jobs={jobs}
              compute={compute}
              palette={palettes[theme]}
              words={words}
              overlay={overlay}
              quality={quality}
              pacer={pacer}
              panels={panels}
              reducedMotion={reducedMotion}
              onHover={onHover}
              onReady={onReady}
              onJobError={onJobError}
            />
          </SessionProvider>
        )}
      </Stage>
      <div ref={setOverlay} className="labels" aria-hidden="true" />
      {hovered && <Readout hovered={hovered} />}
    </div>
  );
}
