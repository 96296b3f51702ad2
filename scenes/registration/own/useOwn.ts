import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { takeHandedOver } from '../../../src/runs/handedOver.ts';
import { useComputing } from '../runs/jobs.tsx';
import type { Own, Side } from '../runs/own.ts';
import { takeFiles, takeHanded } from '../runs/readOwn.ts';
import { useRegistrationSession } from '../runs/session.tsx';

/** The visitor's clouds, as they stand. */
export function useOwn(): Own {
  const { own } = useRegistrationSession();
  return useSyncExternalStore(own.subscribe, own.getState);
}

/** Takes in, once the jobs are there, what another scene left for this one; true where it left something. */
export function useHandedOver(): boolean {
  const { own } = useRegistrationSession();
  const computing = useComputing();
  const [clouds] = useState(takeHandedOver);
  const taken = useRef(false);
  useEffect(() => {
    if (!computing || taken.current) return;
    taken.current = true;
    takeHanded(own, computing.jobs, clouds);
  }, [own, computing, clouds]);
  return clouds.length > 0;
}

interface Early {
  readonly files: readonly File[];
  readonly side: Side | null;
}

/** Takes files in: the scene shows the visitor's own clouds from then on. What comes before the jobs' code is there is read when it is. */
export function useTakeFiles(): (files: readonly File[], side?: Side | null) => void {
  const { own, store } = useRegistrationSession();
  const computing = useComputing();
  const early = useRef<Early | null>(null);
  useEffect(() => {
    if (!computing || !early.current) return;
    const { files, side } = early.current;
    early.current = null;
    takeFiles(own, computing.jobs, files, side);
  }, [own, computing]);
  return useCallback(
    (files, side = null) => {
      if (files.length === 0) return;
      store.begin({
        data: 'own',
        start: undefined,
        ...(store.get().state.data === 'own' ? {} : { panes: undefined, selected: undefined, voxel: undefined }),
      });
      if (computing) takeFiles(own, computing.jobs, files, side);
      else early.current = { files, side };
    },
    [own, store, computing],
  );
}
