import { useEffect, useRef, useSyncExternalStore } from 'react';
import type { StoreApi } from 'zustand/vanilla';
import { openMapCrew } from '../../../src/jobs/crew/page.ts';
import { PLACE } from '../../../src/scene/model.ts';
import type { Results, Shown } from '../../../src/scene/results/results.ts';
import { noResult, type Result } from '../../../src/scene/results/types.ts';
import { openCrewed, type Run } from './crewed.ts';

/** The newest answer for a spec (JSON), by a crew; null: nothing is wanted. `run`: the same function from render to render. And another try where there is none. */
export function useCrewed<S, R>(
  store: StoreApi<Shown<R>>,
  spec: S | null,
  run: Run<S, R>,
): readonly [Result<R>, retry: () => void] {
  const engine = useRef<Results<S, R> | null>(null);
  useEffect(() => {
    const opened = openCrewed(store, run, openMapCrew);
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
