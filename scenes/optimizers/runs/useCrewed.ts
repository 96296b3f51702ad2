import { useEffect, useRef, useSyncExternalStore } from 'react';
import type { StoreApi } from 'zustand/vanilla';
import type { Crew } from '../../../src/jobs/crew/crew.ts';
import { openPageCrew } from '../../../src/jobs/crew/page.ts';
import { PLACE } from '../../../src/scene/model.ts';
import { createResults, type Results, type Shown } from '../../../src/scene/results/results.ts';
import { noResult, type Asking, type Result } from '../../../src/scene/results/types.ts';

/** More would be idle by the time that they are up. */
const MOST_WORKERS = 6;

type Run<S, R> = (spec: S, crew: Crew, asking: Asking<R>) => Promise<R>;

/** Answers questions for as long as they are on view, by workers that the first one opens; a newer question ends the older. */
function openCrewed<S, R>(store: StoreApi<Shown<R>>, run: Run<S, R>): Results<S, R> {
  let crew: Promise<Crew> | null = null;
  const opened = () => {
    crew ??= openPageCrew(Math.min(Math.max(navigator.hardwareConcurrency, 1), MOST_WORKERS));
    // One that did not come up is tried again with the next question.
    crew.catch(() => (crew = null));
    return crew;
  };
  const results = createResults<S, R>({
    ...{ store, ends: true, kept: 8 },
    run: async (spec, asking) => run(spec, await opened(), asking),
  });
  return {
    ...results,
    dispose() {
      results.dispose();
      void crew?.then((one) => one.close()).catch(() => undefined);
    },
  };
}

/** The newest answer for a spec (JSON), by a crew; null: nothing is wanted. `run`: the same function from render to render. And another try where there is none. */
export function useCrewed<S, R>(
  store: StoreApi<Shown<R>>,
  spec: S | null,
  run: Run<S, R>,
): readonly [Result<R>, retry: () => void] {
  const engine = useRef<Results<S, R> | null>(null);
  useEffect(() => {
    const opened = openCrewed(store, run);
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
