import { lazy, Suspense, useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import type { WorkerFate } from '../../src/jobs/client.ts';
import { createComputeStore } from './runs/compute.ts';
import { recordsOf, useLabSession, useLabState } from './runs/lab.tsx';
import { stepShown } from '../../src/trace/jump.ts';
import { Badge } from './badge/Badge.tsx';
import { Boundary } from '../../src/ui/Boundary.tsx';
import { ErrorCard } from '../../src/ui/ErrorCard.tsx';
import { Interruptions } from '../../src/ui/Interruptions.tsx';
import { Machine } from './machine/Machine.tsx';
import { NoWebgl } from './relief/NoWebgl.tsx';
import { Parameters } from '../../src/ui/Parameters.tsx';
import type { PageProps } from '../../src/ui/scene.ts';
import { Shell } from '../../src/ui/Shell.tsx';
import { Summary } from '../../src/ui/Summary.tsx';
import type { Words } from '../../src/ui/useText.ts';
import { cards } from './cards/index.ts';
import { keyTable } from './keys.ts';
import { OptimizerExport } from './export/OptimizerExport.tsx';
import { Pictures, ToBook } from './Pictures.tsx';
import { SoloButton } from './SoloButton.tsx';
import { summaryOf } from './summary.ts';
import { LeftColumn, SpokenCaption } from './Told.tsx';
import { useJobs } from './useJobs.ts';
import { ViewSwitch } from './ViewSwitch.tsx';

const OptimizerScene = lazy(async () => ({ default: (await import('./relief/OptimizerScene.tsx')).OptimizerScene }));
const Panel = lazy(() => import('./panel/Panel.tsx'));
const LossChart = lazy(() => import('./chart/LossChart.tsx'));
const DataTable = lazy(async () => ({ default: (await import('./table/DataTable.tsx')).DataTable }));

const tips = ['help.orbit', 'help.start', 'help.hover', 'help.default'] as const;

/** The page of the optimizer scene: the common shell, filled. */
export function OptimizersPage({ notices, embed, query, renderer, switcher }: PageProps) {
  const session = useLabSession();
  const { store, clock } = session;
  const relief = useLabState((state) => state.view === 'relief');
  const [compute] = useState(createComputeStore);
  // Where there is no relief to wait for, the first picture is a flat one, which comes with the page.
  const [ready, setReady] = useState(renderer === null || store.get().state.view !== 'relief');
  // Whoever turns to a flat figure before the relief is drawn has a picture, too.
  useEffect(
    () =>
      store.subscribe(({ state }) => {
        if (state.view !== 'relief') setReady(true);
      }),
    [store],
  );
  const [failure, setFailure] = useState<unknown>(null);
  const { report, swarm } = useSyncExternalStore(compute.subscribe, compute.getState);
  const onReady = useCallback(() => {
    setReady(true);
  }, []);
  const onError = useCallback((error: unknown) => {
    reportError(error);
    setFailure(error);
  }, []);
  // A job that failed costs the swarm or the finer grid, not the picture.
  const [jobFailure, setJobFailure] = useState<unknown>(null);
  const onJobError = useCallback((error: unknown) => {
    reportError(error);
    setJobFailure(error);
  }, []);
  const [alive, setAlive] = useState(true);
  const [worker, setWorker] = useState<WorkerFate | null>(null);
  const jobs = useJobs({
    wanted: ready && renderer !== null,
    override: query.get('gpu'),
    compute,
    onWorker: setWorker,
    onError: onJobError,
  });
  const describe = useCallback(
    (t: Words) => {
      const { state } = store.get();
      return summaryOf(t, state, recordsOf(state), stepShown(clock.t), clock.playing);
    },
    [store, clock],
  );
  const stage = (
    <>
      {jobFailure !== null && (
        <div className="problem">
          <ErrorCard
            error={jobFailure}
            onRetry={() => {
              setJobFailure(null);
            }}
          />
        </div>
      )}
      <Pictures
        relief={
          renderer === null || failure !== null ? (
            <NoWebgl lost={failure !== null} instead={<ToBook />} />
          ) : (
            <Boundary onError={onError}>
              <Suspense>
                <OptimizerScene
                  jobs={jobs}
                  compute={compute}
                  renderer={renderer}
                  askedQuality={query.get('quality')}
                  onReady={onReady}
                  onContext={setAlive}
                  onError={onError}
                  onJobError={onJobError}
                />
              </Suspense>
            </Boundary>
          )
        }
      />
    </>
  );
  return (
    <>
      <Shell
        session={session}
        layout={relief ? 'relief' : 'flat'}
        embed={embed}
        stage={stage}
        left={<LeftColumn notices={notices} />}
        caption={<SpokenCaption notices={notices} />}
        parameters={
          <Parameters ready={ready} head={<ViewSwitch />}>
            <Panel />
          </Parameters>
        }
        chart={
          ready && (
            <Suspense>
              <LossChart />
            </Suspense>
          )
        }
        table={
          <Suspense>
            <DataTable />
          </Suspense>
        }
        badge={(openMachine) => (
          <Badge report={report} swarm={swarm} noDevice={renderer === null} onMachine={openMachine} />
        )}
        machine={(close) => <Machine report={report} swarm={swarm} onClose={close} />}
        summary={<Summary describe={describe} />}
        exportMenu={<OptimizerExport />}
        switcher={switcher}
        slimActions={<SoloButton />}
        tagline="app.tagline"
        cards={cards}
        keys={keyTable}
        tips={tips}
        about="help.words"
      />
      <Interruptions
        drawing={alive || failure !== null}
        worker={worker}
        onDismiss={() => {
          setWorker(null);
        }}
      />
    </>
  );
}
