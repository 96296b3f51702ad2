import { useMemo } from 'react';
import { identity } from '../../../src/math/matrix4.ts';
import { useStep } from '../../../src/runs/session.tsx';
import { CloudPoints } from '../../../src/view/clouds/CloudPoints.tsx';
import { dotDiameter } from '../../../src/view/clouds/cloudView.ts';
import { Correspondences } from '../../../src/view/clouds/Correspondences.tsx';
import { Ground } from '../../../src/view/clouds/Ground.tsx';
import { PicturePlane } from '../../../src/view/clouds/PicturePlane.tsx';
import { errorLimit, paneColour } from './colours.ts';
import { contentOf } from './panes.ts';
import { picturedOf } from './solid.ts';
import { ShapePoints } from './ShapePoints.tsx';
import { TINT } from './tones.ts';
import { threadsOf } from './threads.ts';
import { useMorph } from './useMorph.ts';
import { MORPH_STEPS, model, useSeen } from '../model.ts';
import type { PaneId } from '../state.ts';
import type { Drawn } from '../../../src/scene/stage.ts';
import type { Seen } from '../picture/see.ts';

/** Clouds do not move here: only their points do. */
const still = identity();

/** One pane's cloud as the clock has it; at rest at the end its errors and threads. */
export function PaneClouds({ id, ...drawn }: Drawn & { readonly id: PaneId }) {
  const seen = useSeen();
  const colour = model.useState((state) => state.colour);
  const errors = model.useState((state) => state.errors);
  const threads = model.useState((state) => state.threads);
  const size = model.useState((state) => state.size);
  const ended = useStep() >= MORPH_STEPS;
  const { part, plane } = useMorph(drawn.space);
  const { points, measures, distances } = contentOf(id, seen);
  const { truth, start, shown } = seen;
  const residuals = errors && (ended || id !== 'network') ? distances : null;
  const pictured = points && shown && colour === 'picture' && !residuals ? picturedOf(points, shown) : null;
  const matches = useMemo(
    () => (ended && id !== 'truth' ? threadsOf(threads, measures) : null),
    [ended, id, threads, measures],
  );
  const diameter = size * dotDiameter((points?.length ?? 3) / 3);
  return (
    <>
      {id === 'network' && <Plane {...drawn} seen={seen} opacity={plane} />}
      {points && <Ground {...drawn} points={points} opacity={id === 'network' ? part : undefined} />}
      {points && (
        <ShapePoints
          {...drawn}
          points={points}
          {...paneColour(drawn.palette, id)}
          size={size}
          lit
          pictured={pictured}
          mixed={pictured && !shown?.colours ? TINT : 0}
          residuals={residuals}
          limit={errorLimit}
          start={id === 'network' ? start : null}
          morph={part}
        />
      )}
      {matches && truth && points && (
        <>
          <CloudPoints {...drawn} role="target" points={truth} pose={null} diameter={0.8 * diameter} />
          <Correspondences
            {...drawn}
            source={points}
            target={truth}
            matches={matches}
            pose={still}
            limit={2 * errorLimit}
            colour="residual"
            width={1.3}
          />
        </>
      )}
    </>
  );
}

function Plane({ seen, opacity, ...drawn }: Drawn & { readonly seen: Seen; readonly opacity: { value: number } }) {
  const { shown, place } = seen;
  return shown && place && <PicturePlane {...drawn} picture={shown.picture} square={place} opacity={opacity} />;
}
