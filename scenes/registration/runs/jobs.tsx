import { useMemo } from 'react';
import { createComputing } from '../../../src/runs/computing.tsx';
import { useRecorded } from '../../../src/runs/session.tsx';
import { freshRuns, stepsOf } from './runs.ts';
import { startRunner } from './runner.ts';
import { useRegistrationSession, useRuns } from './session.tsx';

export const { ComputingProvider, useComputing, useOpenComputing } = createComputing(
  useRegistrationSession,
  async () => {
    const { createRegistrationJobs } = await import('../jobs/client.ts');
    return (session, onRestart) => {
      const jobs = createRegistrationJobs({ onRestart });
      return { jobs, runner: startRunner(session, jobs) };
    };
  },
);

/** The clock follows the newest records. */
export function useClockOfRuns(): void {
  const steps = useRuns((runs) => {
    const fresh = freshRuns(runs);
    return fresh && stepsOf(fresh);
  });
  useRecorded(useMemo(() => (steps === null ? null : { steps }), [steps]));
}
