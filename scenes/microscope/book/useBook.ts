import { model } from '../model.ts';
import { bookShown, type BookShown } from './read.ts';

/** What the part shows now. */
export function useBook(): BookShown {
  const state = model.useState((now) => now);
  return bookShown(state, model.useResult('record'), model.useResult('book'));
}
