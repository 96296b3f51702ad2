import { useEffect, useState } from 'react';
import type { Jobs, WorkerFate } from '../../src/jobs/client.ts';
import type { ComputeStore } from './runs/compute.ts';

export interface JobsAsked {
  /** GPU.js comes after the first picture, in its worker. */
  readonly wanted: boolean;
  /** The backend that the address asks for. */
  readonly override: string | null;
  readonly compute: ComputeStore;
  readonly onWorker: (fate: WorkerFate) => void;
  readonly onError: (error: unknown) => void;
}

/** The page's jobs; null before they are wanted and there. The page lets go of them when it goes. `onWorker` and `onError` stay the same. */
export function useJobs({ wanted, override, compute, onWorker, onError }: JobsAsked): Jobs | null {
  const [jobs, setJobs] = useState<Jobs | null>(null);
  useEffect(() => {
    if (!wanted) return;
    let gone = false;
    let opened: Jobs | null = null;
    void import('../../src/jobs/client.ts').then(({ createJobs }) => {
      if (gone) return;
      opened = createJobs({ override: override ?? undefined, onWorker });
      setJobs(opened);
    }, onError);
    return () => {
      gone = true;
      opened?.dispose();
    };
  }, [wanted, override, onWorker, onError]);
  useReport(jobs, compute);
  return jobs;
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
