import { useCallback, useState } from 'react';
import type { Jobs } from '../../src/jobs/client.ts';
import type { ComputeStore } from '../../src/runs/compute.ts';
import { SessionProvider, useLabState, useSession } from '../../src/runs/lab.tsx';
import { useReducedMotion, useTheme } from '../../src/ui/preferences.ts';
import { useText } from '../../src/ui/useText.ts';
import { palettes } from '../../src/view/palette.ts';
import { qualityFor } from '../../src/view/quality.ts';
import { usePanels } from '../../src/ui/usePanels.ts';
import { Stage } from '../../src/view/Stage.tsx';
import './scene.css';
import { Readout } from './Readout.tsx';
import { Relief, type Hovered } from './Relief.tsx';

export interface OptimizerSceneProps {
  readonly jobs: Jobs | null;
  readonly compute: ComputeStore;
  /** The graphics driver's name for itself, for the quality to start with. */
  readonly renderer: string;
  readonly onReady: () => void;
  /** The picture cannot be drawn. */
  readonly onError: (error: unknown) => void;
  /** A grid or a swarm could not be computed; the picture goes on without. */
  readonly onJobError: (error: unknown) => void;
}

/** The relief with its labels and readout; the flat figures stand beside it in the app. */
export function OptimizerScene({ jobs, compute, renderer, onReady, onError, onJobError }: OptimizerSceneProps) {
  const session = useSession();
  const words = useText();
  const theme = useTheme();
  const reducedMotion = useReducedMotion();
  const surface = useLabState((state) => state.surface);
  const [overlay, setOverlay] = useState<HTMLElement | null>(null);
  const panels = usePanels(overlay);
  const [hovered, setHovered] = useState<Hovered | null>(null);
  const [quality] = useState(() => qualityFor(renderer, window.innerWidth));
  const onHover = useCallback((next: Hovered | null) => {
    setHovered(next);
  }, []);
  return (
    <div className="scene">
      <Stage
        maxPixelRatio={quality.maxPixelRatio}
        label={words('scene.canvas', { surface: surface.name })}
        describedBy="summary"
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
