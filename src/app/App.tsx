import {
  Component,
  lazy,
  Suspense,
  useCallback,
  useEffect,
  useState,
  useSyncExternalStore,
  type ReactNode,
} from 'react';
import type { Jobs, WorkerFate } from '../jobs/client.ts';
import type { ComputeStore } from '../runs/compute.ts';
import { driveClock } from '../runs/drive.ts';
import { syncHistory } from '../runs/history.ts';
import { SessionProvider, useLabState, type Session } from '../runs/lab.tsx';
import { syncClock } from '../runs/sync.ts';
import type { LinkNotice } from '../state/url.ts';
import { ErrorCard } from '../ui/ErrorCard.tsx';
import { NoWebgl } from '../ui/NoWebgl.tsx';
import { Shell } from '../ui/Shell.tsx';
import { embed, query } from './asked.ts';
import { Interruptions } from './Interruptions.tsx';
import { probeWebgl } from './probe.ts';
import { scenes } from './scenes.ts';

const BookFigure = lazy(async () => ({ default: (await import('../ui/book/BookFigure.tsx')).BookFigure }));
const LossChart = lazy(() => import('../ui/chart/LossChart.tsx'));
const DataTable = lazy(async () => ({ default: (await import('../ui/table/DataTable.tsx')).DataTable }));

const probe = probeWebgl();

export interface AppProps {
  readonly session: Session;
  readonly compute: ComputeStore;
  readonly firstNotices: readonly LinkNotice[];
}

export function App({ session, compute, firstNotices }: AppProps) {
  const [notices, setNotices] = useState(firstNotices);
  // Where there is no relief to wait for, the first picture is a flat one, which comes with the page.
  const [ready, setReady] = useState(probe.renderer === null || session.store.get().state.view !== 'relief');
  // Whoever turns to a flat figure before the relief is drawn has a picture, too.
  useEffect(
    () =>
      session.store.subscribe(({ state }) => {
        if (state.view !== 'relief') setReady(true);
      }),
    [session],
  );
  const [jobs, setJobs] = useState<Jobs | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const { report, swarm } = useSyncExternalStore(compute.subscribe, compute.getState);
  useEffect(() => {
    const calm = matchMedia('(prefers-reduced-motion: reduce)');
    const ends = [syncClock(session, () => !calm.matches), driveClock(session.clock), syncHistory(session, setNotices)];
    return () => {
      for (const end of ends) end();
    };
  }, [session]);
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
  // GPU.js comes after the first picture, in its worker.
  useEffect(() => {
    if (!ready || probe.renderer === null) return;
    let gone = false;
    let opened: Jobs | null = null;
    void import('../jobs/client.ts').then(({ createJobs }) => {
      if (gone) return;
      opened = createJobs({ override: query.get('gpu') ?? undefined, onWorker: setWorker });
      setJobs(opened);
    }, onJobError);
    return () => {
      gone = true;
      opened?.dispose();
    };
  }, [ready, onJobError]);
  useReport(jobs, compute);
  return (
    <SessionProvider session={session}>
      <Shell
        stage={
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
              scene={
                probe.renderer === null || failure !== null ? (
                  <NoWebgl lost={failure !== null} />
                ) : (
                  <Boundary onError={onError}>
                    <Suspense>
                      <scenes.optimizers.Scene
                        jobs={jobs}
                        compute={compute}
                        renderer={probe.renderer}
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
        report={report}
        swarm={swarm}
        notices={notices}
        cards={scenes.optimizers.cards}
        ready={ready}
        embed={embed}
        noDevice={probe.renderer === null}
      />
      <Interruptions
        drawing={alive || failure !== null}
        worker={worker}
        onDismiss={() => {
          setWorker(null);
        }}
      />
    </SessionProvider>
  );
}

/** The relief stays mounted while a flat figure covers it: its context and camera are still there on return. */
function Pictures({ scene }: { readonly scene: ReactNode }) {
  const view = useLabState((state) => state.view);
  return (
    <>
      <div className="relief" hidden={view !== 'relief'}>
        {scene}
      </div>
      {view !== 'relief' && (
        <Suspense>
          <BookFigure overlay={view === 'overlay'} />
        </Suspense>
      )}
    </>
  );
}

/** Asks the device for its report again whenever the swarm was computed, which is when it may have changed. */
function useReport(jobs: Jobs | null, compute: ComputeStore): void {
  useEffect(() => {
    if (!jobs) return;
    let gone = false;
    let busy = false;
    const ask = () => {
      if (busy) return;
      busy = true;
      jobs.report().then(
        (report) => {
          busy = false;
          if (!gone) compute.setState({ report });
        },
        () => {
          busy = false;
        },
      );
    };
    ask();
    const end = compute.subscribe((now, before) => {
      if (now.swarm !== before.swarm) ask();
    });
    return () => {
      gone = true;
      end();
    };
  }, [jobs, compute]);
}

class Boundary extends Component<
  { readonly children: ReactNode; readonly onError: (error: unknown) => void },
  { readonly error: unknown }
> {
  override state: { readonly error: unknown } = { error: null };
  static getDerivedStateFromError(error: unknown) {
    return { error };
  }
  override componentDidCatch(error: unknown) {
    this.props.onError(error);
  }
  override render() {
    return this.state.error === null ? this.props.children : <ErrorCard error={this.state.error} />;
  }
}
