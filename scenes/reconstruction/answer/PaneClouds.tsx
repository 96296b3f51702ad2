import { useMemo } from 'react';
import { identity } from '../../../src/math/matrix4.ts';
import type { Results } from '../runs/results.ts';
import { useReconstructionState, useResults } from '../runs/session.tsx';
import { MORPH_STEPS } from '../runs/jobs.tsx';
import { useStep } from '../../../src/runs/session.tsx';
import type { PaneId } from '../state/types.ts';
import { CloudPoints } from '../../../src/view/clouds/CloudPoints.tsx';
import { dotDiameter } from '../../../src/view/clouds/cloudView.ts';
import { Correspondences } from '../../../src/view/clouds/Correspondences.tsx';
import { PicturePlane } from '../../../src/view/clouds/PicturePlane.tsx';
import type { Drawn } from '../stage/CloudStage.tsx';
import { errorLimit, paneColour } from './look.ts';
import { contentOf } from './panes.ts';
import { threadsOf } from './threads.ts';
import { useMorph } from './useMorph.ts';

/** Clouds do not move here: only their points do. */
const still = identity();

/** One pane's cloud as the clock has it; at rest at the end its errors and threads. */
export function PaneClouds({ id, ...drawn }: Drawn & { readonly id: PaneId }) {
  const results = useResults((all) => all);
  const errors = useReconstructionState((state) => state.errors);
  const threads = useReconstructionState((state) => state.threads);
  const size = useReconstructionState((state) => state.size);
  const ended = useStep() >= MORPH_STEPS;
  const { part, plane } = useMorph();
  const { points, measures, distances } = contentOf(id, results);
  const { truth, start } = results;
  const matches = useMemo(
    () => (ended && id !== 'truth' ? threadsOf(threads, measures) : null),
    [ended, id, threads, measures],
  );
  const diameter = size * dotDiameter((points?.length ?? 3) / 3);
  return (
    <>
      {id === 'network' && <Plane {...drawn} results={results} opacity={plane} />}
      {points && (
        <CloudPoints
          {...drawn}
          role={id === 'truth' ? 'target' : 'source'}
          points={points}
          pose={null}
          {...paneColour(drawn.palette, id)}
          diameter={diameter}
          residuals={errors && (ended || id !== 'network') ? distances : null}
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

function Plane({
  results,
  opacity,
  ...drawn
}: Drawn & { readonly results: Results; readonly opacity: { value: number } }) {
  const { shown, place } = results;
  return shown && place && <PicturePlane {...drawn} picture={shown.picture} square={place} opacity={opacity} />;
}
