import { useEffect, useMemo, useRef } from 'react';
import { createComputing } from '../computing.tsx';
import { useRecorded } from '../session.tsx';
import { freshRuns, stepsOf } from './runs.ts';
import { startRunner } from './runner.ts';
import { useRegistrationSession, useRuns } from './session.tsx';

export const { ComputingProvider, useComputing, useOpenComputing } = createComputing(
  useRegistrationSession,
  async () => {
    const { createRegistrationJobs } = await import('../../jobs/registration/client.ts');
    return (session, onRestart) => {
      const jobs = createRegistrationJobs({ onRestart });
      return { jobs, runner: startRunner(session, jobs) };
    };
  },
);

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
