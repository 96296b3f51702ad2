import { useEffect, useState } from 'react';
import type { MoreJobs } from '../../jobs/reconstruction/moreClient.ts';

/** A view's own jobs, for as long as it stands; null until their code is there. */
export function useMoreJobs(): MoreJobs | null {
  const [jobs, setJobs] = useState<MoreJobs | null>(null);
  useEffect(() => {
    let gone = false;
    let opened: MoreJobs | null = null;
    void import('../../jobs/reconstruction/moreClient.ts').then(({ createMoreJobs }) => {
      if (gone) return;
      opened = createMoreJobs();
      setJobs(opened);
    });
    return () => {
      gone = true;
      opened?.dispose();
    };
  }, []);
  return jobs;
}
