import { Suspense, useEffect, useState } from 'react';
import type { ViewProps } from '../../src/scene/viewProps.ts';
import { Boundary } from '../../src/ui/Boundary.tsx';
import { ErrorCard } from '../../src/ui/ErrorCard.tsx';
import { useText } from '../../src/ui/useText.ts';
import { useDraped } from './basins/useDraped.ts';
import { useKeptBack } from './cards/useKeptBack.ts';
import { lab } from './model.ts';
import { NoWebgl } from './relief/NoWebgl.tsx';
import { tryAgain } from './runs/compute.ts';
import { useCompute } from './runs/useRuns.ts';
import { later } from '../../src/ui/later.tsx';

const OptimizerScene = later(
  async () => ({ default: (await import('./relief/OptimizerScene.tsx')).OptimizerScene }),
  // As the app's catalogue calls it, which asks for it before the page does.
  { key: 'relief' },
);
const KeepBasins = later(async () => ({ default: (await import('./basins/KeepBasins.tsx')).KeepBasins }));
const HeatView = later(async () => ({ default: (await import('./heat/HeatView.tsx')).HeatView }));
const TuneView = later(async () => ({ default: (await import('./tune/TuneView.tsx')).TuneView }));
const BookFigure = later(async () => ({ default: (await import('./book/BookFigure.tsx')).BookFigure }));

/** The relief stays mounted while a flat figure covers it: its context and camera are still there on return. */
export function View({ renderer, ...props }: ViewProps) {
  const { compute } = lab.useSession().own;
  const asked = lab.useState((state) => state.view);
  const draped = useDraped();
  const [heat, tune] = [useKeptBack('view=heat'), useKeptBack('view=tune')];
  // In place of a map that would answer its own question there is the plan.
  const view = (heat && asked === 'heat') || (tune && asked === 'tune') ? 'overlay' : asked;
  const [drawn] = useState(renderer !== null);
  // Where there is no relief to wait for, the first picture is a flat one, which comes with the page.
  const pictured = !drawn || view !== 'relief';
  useEffect(() => compute.setState({ noDevice: !drawn, ...(pictured && { pictured }) }), [compute, drawn, pictured]);
  return (
    <>
      <Problem />
      <Suspense>{draped && <KeepBasins />}</Suspense>
      <div className="relief" hidden={view !== 'relief'}>
        {renderer === null ? (
          <NoWebgl lost={drawn} instead={<ToBook />} />
        ) : (
          <Boundary onError={props.onError}>
            <Suspense>
              <OptimizerScene renderer={renderer} {...props} />
            </Suspense>
          </Boundary>
        )}
      </div>
      {view === 'heat' && (
        <Suspense>
          <HeatView />
        </Suspense>
      )}
      {view === 'tune' && (
        <Suspense>
          <TuneView />
        </Suspense>
      )}
      {(view === 'book' || view === 'overlay') && (
        <Suspense>
          <BookFigure overlay={view === 'overlay'} />
        </Suspense>
      )}
    </>
  );
}

/** A job that failed costs the swarm or the finer grid, not the picture. */
function Problem() {
  const { compute } = lab.useSession().own;
  const problem = useCompute((now) => now.problem);
  useEffect(() => {
    if (problem !== null) reportError(problem);
  }, [problem]);
  if (problem === null) return null;
  return (
    <div className="problem">
      <ErrorCard error={problem} onRetry={() => tryAgain(compute)} />
    </div>
  );
}

/** What there is to see without WebGL. */
function ToBook() {
  const t = useText();
  const { store } = lab.useSession();
  const view = lab.useState((state) => state.view);
  if (view === 'book') return null;
  return (
    <button type="button" className="button" onClick={() => store.update({ view: 'book' })}>
      {t('webgl.book')}
    </button>
  );
}
