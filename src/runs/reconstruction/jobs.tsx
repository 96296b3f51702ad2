import { createContext, useContext, useEffect, useMemo, useState, useSyncExternalStore, type ReactNode } from 'react';
import type { ReconstructionJobs } from '../../jobs/reconstruction/client.ts';
import { useRecorded } from '../session.tsx';
import { startRunner, type Runner } from './runner.ts';
import { useReconstructionSession, useReconstructionState, useResults } from './session.tsx';
import { wantedOf } from './shown.ts';

/** The page's jobs and what keeps the results in step with the state. */
export interface Computing {
  readonly jobs: ReconstructionJobs;
  readonly runner: Runner;
}

const ComputingContext = createContext<Computing | null>(null);

export function ComputingProvider({ computing, children }: { computing: Computing | null; children: ReactNode }) {
  return <ComputingContext value={computing}>{children}</ComputingContext>;
}

/** null until the jobs' code is there. */
export function useComputing(): Computing | null {
  return useContext(ComputingContext);
}

/** Opens the jobs for as long as the page stands: the worker goes with it. `onRestart` and `onError` stay the same. */
export function useOpenComputing(onRestart: () => void, onError: (error: unknown) => void): Computing | null {
  const session = useReconstructionSession();
  const [computing, setComputing] = useState<Computing | null>(null);
  useEffect(() => {
    let gone = false;
    let opened: Computing | null = null;
    void import('../../jobs/reconstruction/client.ts').then(({ createReconstructionJobs }) => {
      if (gone) return;
      const jobs = createReconstructionJobs({ onRestart });
      opened = { jobs, runner: startRunner(session, jobs) };
      setComputing(opened);
    }, onError);
    return () => {
      gone = true;
      opened?.runner.dispose();
      opened?.jobs.dispose();
    };
  }, [session, onRestart, onError]);
  return computing;
}

/** Two seconds at the clock's own pace. */
export const MORPH_STEPS = 5;

/** The clock waits for the answer to the state's own picture, then plays its morph. */
export function useClockOfMorph(): void {
  const { own } = useReconstructionSession();
  const mine = useSyncExternalStore(own.subscribe, own.getState);
  const wanted = useReconstructionState((state) => wantedOf(state, mine).key);
  const there = useResults(({ shown, answer }) => answer !== null && shown?.key === wanted);
  useRecorded(useMemo(() => (there ? { steps: MORPH_STEPS, restsAtEnd: true } : null), [there]));
}
