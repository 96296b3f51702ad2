import type { OptimizerRecord } from '../../../src/optimizers/record.ts';

/**
 * Rows that the book's figure shows: its script plots before it updates, so `steps` updates leave the start and steps − 1
 * iterates; the last update is never drawn. A run that diverged has fewer.
 */
export function bookRows(record: Pick<OptimizerRecord, 'count' | 'steps'>): number {
  return Math.min(record.count, Math.max(record.steps, 1));
}
