import { useDeferredValue } from 'react';
import { lab } from '../model.ts';
import { foretold, type Foretold } from './foretold.ts';

/** What is foretold of a run, a moment late while something is dragged, so that the picture goes first. null also while it is switched off. */
export function useForetold(id: string): Foretold | null {
  const state = useDeferredValue(lab.useState((now) => now));
  const run = state.runs.find((one) => one.id === id);
  return run?.enabled ? foretold(state, run) : null;
}
