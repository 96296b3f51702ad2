import { useCallback, useState } from 'react';
import { useJobsOf } from '../../../src/scene/computing.tsx';
import type { ViewProps } from '../../../src/scene/viewProps.ts';
import { lab } from '../model.ts';
import { SessionProvider, useSession } from '../../../src/runs/session.tsx';
import { useReducedMotion, useTheme } from '../../../src/ui/preferences.ts';
import { useText } from '../../../src/ui/useText.ts';
import { palettes } from '../../../src/view/palette.ts';
import { useQuality } from '../../../src/view/useQuality.ts';
import { usePanels } from './usePanels.ts';
import { Stage } from '../../../src/view/Stage.tsx';
import './scene.css';
import { Readout } from './Readout.tsx';
import { Relief, type Hovered } from './Relief.tsx';

interface Props extends ViewProps {
  readonly renderer: string;
}

/** The relief with its labels and readout; the flat figures stand beside it in the app. */
export function OptimizerScene({ renderer, askedQuality, onContext, onError }: Props) {
  const jobs = useJobsOf(lab);
  const session = useSession();
  const words = useText();
  const theme = useTheme();
  const reducedMotion = useReducedMotion();
  const surface = lab.useState((state) => state.surface);
  const [overlay, setOverlay] = useState<HTMLElement | null>(null);
  const panels = usePanels(overlay);
  const [hovered, setHovered] = useState<Hovered | null>(null);
  const { quality, pacer } = useQuality(renderer, askedQuality);
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
              palette={palettes[theme]}
              words={words}
              overlay={overlay}
              quality={quality}
              pacer={pacer}
              panels={panels}
              reducedMotion={reducedMotion}
              onHover={onHover}
            />
          </SessionProvider>
        )}
      </Stage>
      <div ref={setOverlay} className="labels" aria-hidden="true" />
      {hovered && <Readout hovered={hovered} />}
    </div>
  );
}
