import { useEffect, useRef, useSyncExternalStore } from 'react';
import type { StoreApi } from 'zustand/vanilla';
import { openPageCrew } from '../../../src/jobs/crew/page.ts';
import { PLACE } from '../../../src/scene/model.ts';
import type { Results, Shown } from '../../../src/scene/results/results.ts';
import { noResult, type Result } from '../../../src/scene/results/types.ts';
import { openCrewed, type Run } from './crewed.ts';

/** More would be idle by the time that they are up. */
const MOST_WORKERS = 6;

const openWorkers = () => openPageCrew(Math.min(Math.max(navigator.hardwareConcurrency, 1), MOST_WORKERS));

/** The newest answer for a spec (JSON), by a crew; null: nothing is wanted. `run`: the same function from render to render. And another try where there is none. */
export function useCrewed<S, R>(
  store: StoreApi<Shown<R>>,
  spec: S | null,
  run: Run<S, R>,
): readonly [Result<R>, retry: () => void] {
  const engine = useRef<Results<S, R> | null>(null);
  useEffect(() => {
    const opened = openCrewed(store, run, openWorkers);
    engine.current = opened;
    return () => {
      opened.dispose();
      engine.current = null;
    };
  }, [store, run]);
  const key = spec && JSON.stringify(spec);
  useEffect(() => {
    engine.current?.ask(PLACE, key === null ? null : { key, spec: JSON.parse(key) as S });
  }, [store, run, key]);
  const shown = useSyncExternalStore(store.subscribe, () => store.getState()[PLACE] ?? noResult);
  return [shown, () => engine.current?.retry()];
}
