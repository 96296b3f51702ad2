import { useEffect, useMemo, useRef, useSyncExternalStore } from 'react';
import { useJobsOf } from '../../../src/scene/computing.tsx';
import { useTheme } from '../../../src/ui/preferences.ts';
import { lab } from '../model.ts';
import { seenOf } from '../near/neighbourhood.ts';
import { useRuns } from '../runs/useRuns.ts';
import type { BasinPicture } from './growth.ts';
import { basinsOf } from './spec.ts';
import { createGrower } from './grower.ts';
import type { Basins } from './store.ts';

export function useBasins<T>(select: (basins: Basins) => T): T {
  const { basins } = lab.useSession().own;
  return useSyncExternalStore(basins.subscribe, () => select(basins.getState()));
}

export function useBasinPicture(id: string | null): BasinPicture | null {
  return useBasins(({ pictures }) => (id === null ? null : (pictures.get(id) ?? null)));
}

/** Keeps the maps in step with the state for as long as they are on view: of the selected optimizer, or of each that has a plan of its own. */
export function useKeepBasins(): void {
  const { basins } = lab.useSession().own;
  const jobs = useJobsOf(lab);
  const theme = useTheme();
  const state = lab.useState((now) => now);
  const runs = useRuns();
  const wanted = useMemo(() => {
    const seen = seenOf(state, runs);
    const shown = runs.filter(({ id }) => state.view === 'book' || id === state.selected);
    return JSON.stringify(shown.map((run) => [run.id, basinsOf(run, state, seen)]));
  }, [state, runs]);
  const grower = useRef<ReturnType<typeof createGrower> | null>(null);
  useEffect(() => {
    if (!jobs) return;
    const own = createGrower(basins, jobs);
    grower.current = own;
    return () => {
      grower.current = null;
      own.end();
    };
  }, [basins, jobs]);
  useEffect(() => {
    grower.current?.want(new Map(JSON.parse(wanted) as [string, ReturnType<typeof basinsOf>][]), theme);
  }, [jobs, wanted, theme]);
}
