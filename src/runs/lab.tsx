import { createContext, useContext, useMemo, useSyncExternalStore, type ReactNode } from 'react';
import type { LabStore } from '../state/store.ts';
import type { LabState } from '../state/types.ts';
import type { Clock } from '../trace/clock.ts';
import { stepShown } from '../trace/jump.ts';
import type { Guess, GuessStore } from './guess.ts';
import { sameHighlight, type Highlight, type HighlightStore } from './highlight.ts';
import type { PictureStore } from './pictures.ts';
import { runViewsOf, type RunView } from './runViews.ts';

/** What every part of the page shares: the one store, the one clock. */
export interface Session {
  readonly store: LabStore;
  readonly clock: Clock;
  /** What word, symbol or thing is lit up. */
  readonly highlight: HighlightStore;
  /** How the scene on view is taken away as a picture. */
  readonly pictures: PictureStore;
  /** The mark of a visitor who predicts where a run will be. */
  readonly guess: GuessStore;
  /** In somebody else's page: its history is not ours, nor does a stray key start a tour there. */
  readonly framed: boolean;
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
export function useLabState<T>(select: (state: LabState) => T): T {
  const { store } = useSession();
  return useSyncExternalStore(store.subscribe, () => select(store.get().state));
}

const viewsOfState = new WeakMap<LabState, readonly RunView[]>();

/** The records of a state, computed once for it. */
export function recordsOf(state: LabState): readonly RunView[] {
  let views = viewsOfState.get(state);
  if (!views) {
    views = runViewsOf(state);
    viewsOfState.set(state, views);
  }
  return views;
}

/** The runs of the newest state, computed in the very event that changed it. */
export function useRuns(): readonly RunView[] {
  const state = useLabState((s) => s);
  return useMemo(() => recordsOf(state), [state]);
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

/** The visitor's mark. */
export function useGuess(): Guess {
  const { guess } = useSession();
  return useSyncExternalStore(guess.subscribe, guess.getState);
}

/** Whether exactly this is lit up. */
export function useLit(what: Highlight): boolean {
  const { highlight } = useSession();
  return useSyncExternalStore(highlight.subscribe, () => sameHighlight(highlight.getState().lit, what));
}
