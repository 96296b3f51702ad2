import { createContext, useCallback, useContext, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import type { StoreApi } from 'zustand/vanilla';
import { useRecorded } from '../runs/session.tsx';
import { fetchAgain, fetchCode } from '../ui/fetching.ts';
import { expose } from '../view/expose.ts';
import { shownOf, type Disposable, type JobEvents, type SceneModel, type SceneSession, type Values } from './model.ts';
import type { Shown } from './results/results.ts';
import { startResults } from './startResults.ts';
import type { Entries } from './state/table.ts';

/** What a page computes with. */
export interface Computing<J = Disposable> {
  readonly jobs: J;
  /** Tries again, everywhere, what failed or was stopped. */
  retry(): void;
  /** Gives up what a result waits for, or a place of what the scene keeps itself. */
  stop(name: string): void;
  /** Forgets a result that is there, or on its way: `retry` computes it anew. */
  drop(name: string): void;
}

interface Events extends JobEvents {
  readonly onError: (error: unknown, retry: () => Promise<void>) => void;
}

const Context = createContext<Computing | null>(null);
export const ComputingProvider = Context.Provider;

/** null until the jobs' code is there. */
export function useComputing(): Computing | null {
  return useContext(Context);
}

/** The same with the jobs of `model`, whose page this is. */
export function useJobsOf<E extends Entries, J extends Disposable, R extends Values, Own>(
  model: SceneModel<E, J, R, Own>,
): J | null {
  model.useSession();
  const computing = useContext(Context);
  return computing && (computing.jobs as J);
}

const noJobs: Disposable = { dispose: () => undefined };

/** Opens a scene's jobs for as long as its page stands, and keeps its results in step with its state: workers go with the page. */
export function useOpenComputing<E extends Entries, J extends Disposable, R extends Values, Own>(
  model: SceneModel<E, J, R, Own>,
  { onRestart, onError, query }: Events,
): Computing | null {
  const session = model.useSession();
  const [computing, setComputing] = useState<Computing | null>(null);
  const [tries, setTries] = useState(0);
  useEffect(() => {
    let gone = false;
    let close: (() => void) | null = null;
    const { jobs } = model.options;
    const load = async () => (jobs ? jobs(session) : () => noJobs as J);
    const again = async () => {
      await fetchAgain(load, jobs);
      setTries((before) => before + 1);
    };
    void fetchCode(load, jobs).then(
      (open) => {
        if (gone) return;
        const jobs = open({ onRestart, query });
        const results = startResults(model, session, jobs);
        const kept = model.options.keep?.(session, jobs);
        close = () => {
          results.dispose();
          kept?.dispose();
          jobs.dispose();
        };
        const retry = () => {
          results.retry();
          kept?.retry?.();
        };
        const stop = (name: string) => {
          results.stop(name);
          kept?.stop?.(name);
        };
        setComputing({ jobs, retry, stop, drop: results.drop });
      },
      (error: unknown) => onError(error, again),
    );
    return () => {
      gone = true;
      close?.();
    };
  }, [model, session, onRestart, onError, query, tries]);
  useEffect(() => {
    const waiting = ([, store]: [string, StoreApi<Shown<unknown>>]) => shownOf(store).waiting;
    const names = () =>
      computing
        ? Object.entries(session.results)
            .filter(waiting)
            .map(([name]) => name)
        : ['jobs'];
    return expose('waiting', names);
  }, [session, computing]);
  return computing;
}

/** Re-renders whenever state or a result changes, with what `read` makes of them: the same text as long as it says the same. */
function useReading<E extends Entries, J extends Disposable, R extends Values, Own>(
  model: SceneModel<E, J, R, Own>,
  read: () => string,
): string {
  const session = model.useSession();
  const subscribe = useCallback(
    (listener: () => void) => {
      const stores = Object.values<StoreApi<unknown>>(session.results);
      const ends = [session.store.subscribe(listener), ...stores.map((store) => store.subscribe(listener))];
      return () => ends.forEach((end) => end());
    },
    [session],
  );
  return useSyncExternalStore(subscribe, read);
}

/** Results by their identity, first parts of them too. */
const numbers = new WeakMap<object, number>();
let count = 0;
function numberOf(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  if (!numbers.has(value)) numbers.set(value, ++count);
  return numbers.get(value)!;
}

/** Another text with every result that arrives or goes. */
export function useChanges<E extends Entries, J extends Disposable, R extends Values, Own>(
  model: SceneModel<E, J, R, Own>,
): string {
  const { results } = model.useSession();
  const told = () => Object.values<StoreApi<Shown<unknown>>>(results).map(shownOf);
  return useReading(model, () => JSON.stringify(told().map((one) => [numberOf(one.value), one.waiting, one.problem])));
}

/** The clock follows the newest results that the state wants and that have steps. */
export function useClockOfResults<E extends Entries, J extends Disposable, R extends Values, Own>(
  model: SceneModel<E, J, R, Own>,
): void {
  const session = model.useSession();
  const said = useReading(model, () => JSON.stringify(recordOf(model, session)));
  useRecorded(useMemo(() => JSON.parse(said) as ReturnType<typeof recordOf>, [said]));
  const there = useReading(model, () => JSON.stringify(thereOf(model, session)));
  useEffect(() => session.there.setState({ steps: JSON.parse(there) as number | null }), [session, there]);
}

/** How much of the results that the clock follows is there; null: all of it. */
export function thereOf<E extends Entries, J extends Disposable, R extends Values, Own>(
  { options }: SceneModel<E, J, R, Own>,
  session: SceneSession<E, R, Own>,
): number | null {
  const { state } = session.store.get();
  const parts = (Object.keys(options.results ?? {}) as (keyof R & string)[]).flatMap((name) => {
    const { ask, there, counts } = options.results![name];
    const wanted = there && (counts?.(state) ?? true) ? ask(state, session) : null;
    const { value, key } = shownOf(session.results[name]);
    const steps = there && wanted && value !== null && key === wanted.key ? there(value) : null;
    return steps === null ? [] : [steps];
  });
  return parts.length > 0 ? Math.min(...parts) : null;
}

/** The longest of the wanted results; null while one of them is still to come, or none counts. */
function recordOf<E extends Entries, J extends Disposable, R extends Values, Own>(
  { options }: SceneModel<E, J, R, Own>,
  session: SceneSession<E, R, Own>,
): { readonly steps: number; readonly restsAtEnd: boolean } | null {
  const { state } = session.store.get();
  const records = (Object.keys(options.results ?? {}) as (keyof R & string)[]).flatMap((name) => {
    const { ask, steps: stepsOf, counts, restsAtEnd = false } = options.results![name];
    const wanted = stepsOf && (counts?.(state) ?? true) ? ask(state, session) : null;
    if (!stepsOf || wanted === null) return [];
    const { value, key } = shownOf(session.results[name]);
    const steps = value === null || key !== wanted.key ? null : stepsOf(value);
    return [steps === null ? null : { steps, restsAtEnd }];
  });
  const there = records.filter((record) => record !== null);
  if (there.length === 0 || there.length < records.length) return null;
  return {
    steps: Math.max(...there.map(({ steps }) => steps)),
    restsAtEnd: there.every((record) => record.restsAtEnd),
  };
}
