import { choice } from '../../../src/scene/state/entries.ts';
import { bookIds } from './ids.ts';

/** The experiment on view, and whose run of it: the shipped record, or the reader's own, of the scene's seed. */
export const bookEntries = {
  experiment: choice('bk', bookIds, 'book-6-19', { select: true, begins: true }),
  whose: choice('of', ['shipped', 'own'], 'shipped', { row: false, begins: true, key: 'r' }),
};
