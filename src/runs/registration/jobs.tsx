import { createContext, useContext, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import type { RegistrationJobs } from '../../jobs/registration/client.ts';
import { useRecorded } from '../session.tsx';
import { freshRuns, stepsOf } from './runs.ts';
import { startRunner, type Runner } from './runner.ts';
import { useRegistrationSession, useRuns } from './session.tsx';

/** The page's jobs and what keeps the runs in step with the state. */
export interface Computing {
  readonly jobs: RegistrationJobs;
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

/** Opens the jobs for as long as the page stands: workers go with it. `onRestart` and `onError` stay the same. */
export function useOpenComputing(onRestart: () => void, onError: (error: unknown) => void): Computing | null {
  const session = useRegistrationSession();
  const [computing, setComputing] = useState<Computing | null>(null);
  useEffect(() => {
    let gone = false;
    let opened: Computing | null = null;
    void import('../../jobs/registration/client.ts').then(({ createRegistrationJobs }) => {
      if (gone) return;
      const jobs = createRegistrationJobs({ onRestart });
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

/** The clock follows the newest records; one that rested at their end rests at the new end. */
export function useClockOfRuns(): void {
  const { clock } = useRegistrationSession();
  const steps = useRuns((runs) => {
    const fresh = freshRuns(runs);
    return fresh && stepsOf(fresh);
  });
  const record = useMemo(() => (steps === null ? null : { steps }), [steps]);
  const rested = useRef(false);
  // Before the clock hears of the new length, and after.
  useEffect(() => {
    rested.current = clock.steps > 0 && clock.t === clock.steps && !clock.playing;
  }, [clock, record]);
  useRecorded(record);
  useEffect(() => {
    if (record && rested.current) clock.seek(clock.steps);
  }, [clock, record]);
}
