import { useMemo, useSyncExternalStore } from 'react';
import { createComputing } from '../../../src/runs/computing.tsx';
import { useRecorded } from '../../../src/runs/session.tsx';
import { startRunner } from './runner.ts';
import { useReconstructionSession, useReconstructionState, useResults } from './session.tsx';
import { wantedOf } from './shown.ts';

export const { ComputingProvider, useComputing, useOpenComputing } = createComputing(
  useReconstructionSession,
  async () => {
    const { createReconstructionJobs } = await import('../../../src/jobs/reconstruction/client.ts');
    return (session, onRestart) => {
      const jobs = createReconstructionJobs({ onRestart });
      return { jobs, runner: startRunner(session, jobs) };
    };
  },
);

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
