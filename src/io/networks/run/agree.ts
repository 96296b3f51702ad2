import type { NetRun } from './types.ts';

/** A record whose loss the file and its network tell differently, in the file's measure. */
export interface Difference {
  readonly record: number;
  readonly theirs: number;
  readonly ours: number;
}

/** Of a loss: float32, and whatever order of sums, stays far below. */
const SAME = 1e-3;
/** Near 0 float32 has few digits left. */
const SMALL = 0.01;

/**
 * The first of `records` whose loss, as the file says it, is not `ours(record)`; null where they agree, are no numbers, or the file says none.
 * @param least losses below it are compared as if they were as large
 */
export function differenceOf(
  { loss }: Pick<NetRun, 'loss'>,
  records: Iterable<number>,
  ours: (record: number) => number,
  least = SMALL,
): Difference | null {
  if (!loss) return null;
  for (const record of new Set(records)) {
    const [said, own] = [loss[record]!, ours(record)];
    // Of a training that diverged they say nothing.
    if (!Number.isFinite(said) || !Number.isFinite(own)) continue;
    if (Math.abs(own - said) > SAME * Math.max(least, Math.abs(said))) return { record, theirs: said, ours: own };
  }
  return null;
}

/** As a message says them. */
export const differenceInWords = ({ theirs, ours }: Difference) => ({
  theirs: theirs.toPrecision(4),
  ours: ours.toPrecision(4),
});
