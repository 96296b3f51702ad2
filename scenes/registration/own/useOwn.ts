import { useStore } from 'zustand';
import { useCallback, useEffect, useRef, useState } from 'react';
import { takeHandedOver } from '../../../src/runs/handedOver.ts';
import { useJobs, useRegistrationSession } from '../model.ts';
import type { Own, Side } from '../runs/own.ts';
import { takeFiles, takeHanded } from '../runs/readOwn.ts';

/** The visitor's clouds, as they stand. */
export function useOwn(): Own {
  return useStore(useRegistrationSession().own.clouds);
}

/** Takes in, once the jobs are there, what another scene left for this one; true where it left something. */
export function useHandedOver(): boolean {
  const { clouds } = useRegistrationSession().own;
  const jobs = useJobs();
  const [handed] = useState(takeHandedOver);
  const taken = useRef(false);
  useEffect(() => {
    if (!jobs || taken.current) return;
    taken.current = true;
    takeHanded(clouds, jobs, handed);
  }, [clouds, jobs, handed]);
  return handed.length > 0;
}

interface Early {
  readonly files: readonly File[];
  readonly side: Side | null;
}

/** Takes files in: the scene shows the visitor's own clouds from then on. What comes before the jobs' code is there is read when it is. */
export function useTakeFiles(): (files: readonly File[], side?: Side | null) => void {
  const { own, store } = useRegistrationSession();
  const { clouds } = own;
  const jobs = useJobs();
  const early = useRef<Early | null>(null);
  useEffect(() => {
    if (!jobs || !early.current) return;
    const { files, side } = early.current;
    early.current = null;
    takeFiles(clouds, jobs, files, side);
  }, [clouds, jobs]);
  return useCallback(
    (files, side = null) => {
      if (files.length === 0) return;
      store.begin({
        data: 'own',
        start: undefined,
        ...(store.get().state.data === 'own' ? {} : { panes: undefined, selected: undefined, voxel: undefined }),
      });
      if (jobs) takeFiles(clouds, jobs, files, side);
      else early.current = { files, side };
    },
    [clouds, store, jobs],
  );
}
