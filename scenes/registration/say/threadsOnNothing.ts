import type { PaneRun } from '../runs/paneRuns.ts';
import { threadsAt } from '../../../src/registration/threads.ts';

/** How many matches of a step there are, and how many of them begin at a point that belongs to nothing. */
export interface ThreadCount {
  readonly all: number;
  readonly nothing: number;
}

const counted = new WeakMap<PaneRun['record'], Map<number, ThreadCount | null>>();

/** null where the method has no matches, or nobody knows what a point belongs to. */
export function nothingThreads(run: PaneRun, step: number): ThreadCount | null {
  const { kinds } = run.pair;
  if (!kinds || run.prepared.source.cloud.points.length !== run.pair.source.points.length) return null;
  const row = Math.min(step, run.record.steps);
  let counts = counted.get(run.record);
  if (!counts) counted.set(run.record, (counts = new Map<number, ThreadCount | null>()));
  let count = counts.get(row);
  if (count === undefined) {
    const threads = threadsAt(run, row);
    count = threads && { all: threads.from.length, nothing: threads.from.filter((i) => kinds[i] !== 0).length };
    counts.set(row, count);
  }
  return count;
}
