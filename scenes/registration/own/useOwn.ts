import { useCallback, useEffect, useRef, useSyncExternalStore } from 'react';
import { useComputing } from '../../../src/runs/registration/jobs.tsx';
import type { Own, Side } from '../../../src/runs/registration/own.ts';
import { takeFiles } from '../../../src/runs/registration/readOwn.ts';
import { useRegistrationSession } from '../../../src/runs/registration/session.tsx';

/** The visitor's clouds, as they stand. */
export function useOwn(): Own {
  const { own } = useRegistrationSession();
  return useSyncExternalStore(own.subscribe, own.getState);
}

interface Handed {
  readonly files: readonly File[];
  readonly side: Side | null;
}

/** Takes files in: the scene shows the visitor's own clouds from then on. What comes before the jobs' code is there is read when it is. */
export function useTakeFiles(): (files: readonly File[], side?: Side | null) => void {
  const { own, store } = useRegistrationSession();
  const computing = useComputing();
  const early = useRef<Handed | null>(null);
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
