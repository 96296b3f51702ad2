import { NetFileError } from '../errors.ts';
import { rowOf } from './records.ts';
import type { NetRun } from './types.ts';

/**
 * Refuses a record whose network says nothing: of a training that diverged.
 * @throws NetFileError
 */
export function checkFinite(run: NetRun, record: number): void {
  const remembered = (run.running?.[record] ?? []).flatMap(({ mean, variance }) => [mean, variance]);
  if ([rowOf(run, record), ...remembered].every((values) => values.every(Number.isFinite))) return;
  throw new NetFileError('not-finite', null, {
    what: 'A weight of its last record',
    remedy: 'the training diverged: train it anew with a smaller learning rate',
  });
}
