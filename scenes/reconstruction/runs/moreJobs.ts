import { useEffect, useState, useSyncExternalStore } from 'react';
import type { MoreJobs } from '../../../src/jobs/reconstruction/moreClient.ts';
import type { MoreFailures } from './more.ts';
import { useReconstructionSession, type ReconstructionSession } from './session.tsx';

/** Tries again what of the views `losses`, `kin` and `many` could not be had. */
export function retryMore({ more }: ReconstructionSession): void {
  more.setState(({ tries }) => ({ tries: tries + 1, meansFailure: null, kinFailure: null, manyFailure: null }));
}

/** A view's own jobs, for as long as it stands, new ones for each try; null until their code is there. Where that cannot be had, `failure` says so. */
export function useMoreJobs(failure: keyof MoreFailures): MoreJobs | null {
  const { more } = useReconstructionSession();
  const tries = useSyncExternalStore(more.subscribe, () => more.getState().tries);
  const [jobs, setJobs] = useState<MoreJobs | null>(null);
  useEffect(() => {
    let gone = false;
    let opened: MoreJobs | null = null;
    void import('../../../src/jobs/reconstruction/moreClient.ts').then(
      ({ createMoreJobs }) => {
        if (gone) return;
        opened = createMoreJobs();
        setJobs(opened);
      },
      (error: unknown) => {
        if (!gone) more.setState({ [failure]: messageOf(error) });
      },
    );
    return () => {
      gone = true;
      opened?.dispose();
    };
  }, [more, failure, tries]);
  return jobs;
}

export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
