import type { OptimizerRecord } from '../../../src/optimizers/record.ts';

/** The update that arrows and rule card tell of, from row `step` − 1 of a record to row `step`. */
export interface ShownUpdate {
  /** 1, 2, … */
  readonly step: number;
  /** `next`: it leaves the step shown. `last`: nothing leaves it any more, so that this is the one that led to the record's end. */
  readonly which: 'next' | 'last';
}

/** The update that leaves step `shown` or, where the record ends, its last one. null where the record holds no update at all. */
export function shownUpdateOf({ count }: Pick<OptimizerRecord, 'count'>, shown: number): ShownUpdate | null {
  if (count < 2) return null;
  return shown + 1 < count ? { step: shown + 1, which: 'next' } : { step: count - 1, which: 'last' };
}
