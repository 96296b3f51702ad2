import { useMemo, useSyncExternalStore } from 'react';
import { labRules } from '../state/rules.ts';
import type { LabStore } from '../state/store.ts';
import type { LabState } from '../state/types.ts';
import type { Guess, GuessStore } from './guess.ts';
import { runViewsOf, type RunView } from './runViews.ts';
import { useSession, type Session } from '../../../src/runs/session.tsx';

/** What every part of the optimizer scene shares. */
export interface LabSession extends Session {
  readonly store: LabStore;
  /** The mark of a visitor who predicts where a run will be. */
  readonly guess: GuessStore;
}

function isLabSession(session: Session): session is LabSession {
  return session.store.rules.id === labRules.id;
}

export function useLabSession(): LabSession {
  const session = useSession();
  if (!isLabSession(session)) throw new Error(`the scene ${session.store.rules.id} is no lab of optimizers`);
  return session;
}

/** Re-renders when what `select` picks changes (Object.is): pick primitives or parts of the state, build nothing new. */
export function useLabState<T>(select: (state: LabState) => T): T {
  const { store } = useLabSession();
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

/** The visitor's mark. */
export function useGuess(): Guess {
  const { guess } = useLabSession();
  return useSyncExternalStore(guess.subscribe, guess.getState);
}
