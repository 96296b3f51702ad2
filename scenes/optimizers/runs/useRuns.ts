import { useMemo, useSyncExternalStore } from 'react';
import { lab } from '../model.ts';
import type { Compute } from './compute.ts';
import type { Guess } from './guess.ts';
import { recordsOf, type RunView } from './runViews.ts';

/** The runs of the newest state, computed in the very event that changed it. */
export function useRuns(): readonly RunView[] {
  const state = lab.useState((s) => s);
  return useMemo(() => recordsOf(state), [state]);
}

/** The visitor's mark. */
export function useGuess(): Guess {
  const { guess } = lab.useSession().own;
  return useSyncExternalStore(guess.subscribe, guess.getState);
}

export function useCompute<T>(select: (compute: Compute) => T): T {
  const { compute } = lab.useSession().own;
  return useSyncExternalStore(compute.subscribe, () => select(compute.getState()));
}
