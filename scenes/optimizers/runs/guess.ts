import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Point2 } from '../../../src/surfaces/types.ts';

/** Where the visitor says that a run will be: a mark on the plan. It is theirs, so no link carries it. */
export interface Guess {
  /** The optimizer whose place is asked for; null while no card asks. */
  readonly run: string | null;
  readonly at: Point2 | null;
  /** The mark is being moved: a click, a tap or a drag on the picture moves it, not the start. */
  readonly placing: boolean;
}

/** The card that asks writes it and empties it; the pictures draw it and move the mark. */
export type GuessStore = StoreApi<Guess>;

export const noGuess: Guess = { run: null, at: null, placing: false };

export function createGuessStore(): GuessStore {
  return createStore<Guess>(() => noGuess);
}
