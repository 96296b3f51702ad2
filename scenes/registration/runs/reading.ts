import { SUCCESS } from '../../../src/registration/trial.ts';
import type { PaneRun } from './paneRuns.ts';

/** A run at a step, from its record. */
export interface Reading {
  /** The row that is read: the last one where the step lies beyond. */
  readonly row: number;
  /** The run has come to its end. */
  readonly ended: boolean;
  /** Mean distance of the target's points from where the truth puts them, in the pair's unit; null: the truth is not known. */
  readonly error: number | null;
  /** In the pair's unit; NaN without a match. */
  readonly rmse: number;
  readonly fitness: number;
}

export function readingAt({ record, pair, answer }: PaneRun, step: number): Reading {
  const row = Math.min(step, record.steps);
  return {
    row,
    ended: step >= record.steps,
    error: answer.errors ? answer.errors[row]! * pair.largestDimension : null,
    rmse: record.inlierRmse[row]!,
    fitness: record.fitness[row]!,
  };
}

/** Whether a run's last pose is right, by the truth; null where nobody knows it well enough (a published pose of scans is only about right). */
export function succeeded({ pair, answer }: PaneRun): boolean | null {
  const last = answer.errors?.at(-1);
  return last === undefined || pair.unit !== 'size' ? null : last < SUCCESS;
}
