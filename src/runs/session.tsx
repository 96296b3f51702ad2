import { createContext, useContext, useEffect, useSyncExternalStore, type ReactNode } from 'react';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { CommonState } from '../state/common.ts';
import type { SceneStore } from '../state/sceneStore.ts';
import { createClock, type Clock } from '../trace/clock.ts';
import { stepShown } from '../trace/jump.ts';
import type { Belongings, Journal } from './belongings.ts';
import { createHighlightStore, sameHighlight, type Highlight, type HighlightStore } from './highlight.ts';
import { createPictureStore, type PictureStore } from './pictures.ts';
import { createThereStore, type RecordedStore, type ThereStore } from './recorded.ts';

/** What every part of the page shares, whatever the scene: the one store, the one clock. */
export interface Session {
  readonly store: SceneStore;
  readonly clock: Clock;
  /** What word, symbol or thing is lit up. */
  readonly highlight: HighlightStore;
  /** How the scene on view is taken away as a picture. */
  readonly pictures: PictureStore;
  /** In somebody else's page: its history is not ours, nor does a stray key start a tour there. */
  readonly framed: boolean;
  /** How long the newest record is, in a scene whose state does not say it (`steps` is null). */
  readonly recorded?: RecordedStore;
  /** How much of that record has come. */
  readonly there: ThereStore;
  /** What of it no link holds and an undo brings back; absent: nothing. */
  readonly belongings?: Belongings | undefined;
  /** The question that is open, as far as it is answered. */
  readonly quiz: StoreApi<Quiz>;
  /** Takes changes back, once its code is there. */
  readonly journal: StoreApi<{ readonly current: Journal | null }>;
}

/** A question and what the reader says to it. */
export interface Quiz {
  /** null: nothing yet, or no question is open. */
  readonly answer: string | null;
  /** What comes after the step on view would give the answer away: it is not shown yet. */
  readonly veiled: boolean;
}

/** A session around a scene's store; the scene adds what is its own. */
export function createSession<S extends SceneStore>(store: S, framed: boolean): Session & { readonly store: S } {
  return {
    store,
    clock: createClock(store.get().state.steps ?? 0),
    there: createThereStore(),
    highlight: createHighlightStore(),
    pictures: createPictureStore(),
    framed,
    quiz: createStore<Quiz>(() => ({ answer: null, veiled: false })),
    journal: createStore<{ readonly current: Journal | null }>(() => ({ current: null })),
  };
}

const SessionContext = createContext<Session | null>(null);

export function SessionProvider({ session, children }: { session: Session; children: ReactNode }) {
  return <SessionContext value={session}>{children}</SessionContext>;
}

export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error('useSession needs a SessionProvider above it');
  return session;
}

/** Re-renders when what `select` picks changes (Object.is): pick primitives or parts of the state, build nothing new. */
export function useCommonState<T>(select: (state: CommonState) => T): T {
  const { store } = useSession();
  return useSyncExternalStore(store.subscribe, () => select(store.get().state));
}

/** Whether a question is open that is not answered yet: whatever is known of later steps is not shown. */
export function useVeiled(): boolean {
  const { quiz } = useSession();
  return useSyncExternalStore(quiz.subscribe, () => quiz.getState().veiled);
}

/** How many steps the clock has. */
export function useSteps(): number {
  const { clock } = useSession();
  return useSyncExternalStore(clock.subscribe, () => clock.steps);
}

/** Steps that are there of a record that is still coming; null: all of them are. */
export function useThere(): number | null {
  const { there } = useSession();
  return useSyncExternalStore(there.subscribe, () => there.getState().steps);
}

/** The step whose iterate the heads rest on (or are just leaving): re-renders once a step, not once a frame. */
export function useStep(): number {
  const { clock } = useSession();
  return useSyncExternalStore(clock.subscribe, () => stepShown(clock.t));
}

export function usePlaying(): boolean {
  const { clock } = useSession();
  return useSyncExternalStore(clock.subscribe, () => clock.playing);
}

/** Whether exactly this is lit up. */
export function useLit(what: Highlight): boolean {
  const { highlight } = useSession();
  return useSyncExternalStore(highlight.subscribe, () => sameHighlight(highlight.getState().lit, what));
}

/**
 * Tells the clock of a scene with `recorded` how long its record is; one that rested at its end rests at the new end. `record`: the one of the newest state, null while it is
 * still being computed (never an older state's, or a new experiment would play the old record).
 */
export function useRecorded(record: { readonly steps: number; readonly restsAtEnd?: boolean } | null): void {
  const { recorded, store, clock } = useSession();
  const experiment = useSyncExternalStore(store.subscribe, () => store.get().experiment);
  useEffect(() => {
    if (!record) return;
    const rested = clock.steps > 0 && clock.t === clock.steps && !clock.playing;
    recorded?.setState({ steps: record.steps, restsAtEnd: record.restsAtEnd ?? false });
    if (rested) clock.seek(clock.steps);
  }, [recorded, record, experiment, clock]);
}
