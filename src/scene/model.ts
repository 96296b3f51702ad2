import { useSyncExternalStore } from 'react';
import type { WorkerFate } from '../jobs/client.ts';
import type { Clock } from '../trace/clock.ts';
import type { Belongings } from '../runs/belongings.ts';
import { createRecordedStore, type RecordedStore } from '../runs/recorded.ts';
import { createSession, useSession, type Session } from '../runs/session.tsx';
import { createSceneStore, type SceneStore } from '../state/sceneStore.ts';
import { createShown, type Shown } from './results/results.ts';
import type { ResultDef } from './results/resultOf.ts';
import { noResult, type Result } from './results/types.ts';
import type { StoreApi } from 'zustand/vanilla';
import type { Entries, OverridesOf, StateOf, StateTable } from './state/table.ts';

export interface Disposable {
  dispose(): void;
}

/** What a scene's jobs may tell of themselves, and what the address asks of them. */
export interface JobEvents {
  /** A worker died and is replaced (absent: `restarted`) or, after too many, given up. */
  readonly onRestart: (fate?: WorkerFate) => void;
  readonly query: URLSearchParams;
}

/** What a scene's results are, by their names. */
export type Values = Readonly<Record<string, unknown>>;
/** What a result may follow besides the state: other results as they are on view, and, at the next change of these, the scene's own. */
export interface Beside<R extends Values, Own> {
  readonly results: { readonly [K in keyof R]: StoreApi<Shown<R[K]>> };
  readonly own: Own;
}
export type ResultDefs<S, J, R extends Values, Own> = {
  readonly [K in keyof R]: ResultDef<S, J, R[K], Beside<R, Own>>;
};

/** What every part of a scene shares: store and clock, its results, and what it keeps besides. */
export interface SceneSession<E extends Entries, R extends Values, Own> extends Session, Beside<R, Own> {
  readonly store: SceneStore<OverridesOf<E>, StateOf<E>>;
  readonly clock: Clock;
  readonly recorded: RecordedStore;
}

/** What keeps the stores of a scene's own in step. `stop`: gives up what a place of them waits for. */
export interface Keeper extends Disposable {
  retry?(): void;
  stop?(place: string): void;
}

export interface ModelOptions<E extends Entries, J extends Disposable, R extends Values, Own> {
  readonly table: StateTable<E>;
  /** The jobs' code, fetched with the page; absent: the scene computes nothing elsewhere. */
  readonly jobs?: (session: SceneSession<E, R, Own>) => Promise<(events: JobEvents) => J>;
  readonly results?: ResultDefs<StateOf<E>, J, R, Own>;
  /** Stores of the scene's own: what no link holds. */
  readonly own?: () => Own;
  /** What of these an undo brings back. */
  readonly belongings?: (own: Own) => Belongings;
  /** Keeps what is the scene's own in step with its state, for as long as its page stands. */
  readonly keep?: (session: SceneSession<E, R, Own>, jobs: J) => Keeper;
}

/** A scene without its page: state, results, stores, and the hooks that views read them with. */
export interface SceneModel<E extends Entries, J extends Disposable, R extends Values, Own> {
  readonly table: StateTable<E>;
  readonly options: ModelOptions<E, J, R, Own>;
  open(overrides: OverridesOf<E>, framed: boolean): SceneSession<E, R, Own>;
  /** Throws in a page of another scene. */
  useSession(): SceneSession<E, R, Own>;
  /** Re-renders when what `select` picks changes (Object.is): pick primitives or parts of the state, build nothing new. */
  useState<T>(select: (state: StateOf<E>) => T): T;
  useResult<K extends keyof R & string>(name: K): Result<R[K]>;
}

/** What is had of a result now. */
export const shownOf = <R>(store: StoreApi<Shown<R>>): Result<R> => store.getState()[PLACE] ?? noResult;

/** The one place at which a result of the state stands. */
export const PLACE = 'state';

export function sceneModel<
  E extends Entries,
  J extends Disposable = Disposable,
  R extends Values = Readonly<Record<string, never>>,
  Own = null,
>(options: ModelOptions<E, J, R, Own>): SceneModel<E, J, R, Own> {
  const { table, own, results, belongings } = options;
  const { id } = table;
  const isOurs = (session: Session): session is SceneSession<E, R, Own> => session.store.rules.id === id;
  const useOwnSession = () => {
    const session = useSession();
    if (!isOurs(session)) throw new Error(`a part of the scene ${id} stands in a page of ${session.store.rules.id}`);
    return session;
  };
  return {
    table,
    options,
    open(overrides, framed) {
      const stores = own ? own() : (null as Own);
      return {
        ...createSession(createSceneStore(table.rules, overrides), framed),
        recorded: createRecordedStore(),
        results: openResults<R>(results),
        own: stores,
        belongings: belongings?.(stores),
      };
    },
    useSession: useOwnSession,
    useState(select) {
      const { store } = useOwnSession();
      return useSyncExternalStore(store.subscribe, () => select(store.get().state));
    },
    useResult(name) {
      const store = useOwnSession().results[name];
      return useSyncExternalStore(store.subscribe, () => shownOf(store));
    },
  };
}

function openResults<R extends Values>(defs: object | undefined) {
  const opened = Object.keys(defs ?? {}).map((name) => [name, createShown()]);
  return Object.fromEntries(opened) as unknown as Beside<R, unknown>['results'];
}
