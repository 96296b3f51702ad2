import type { PaneRun } from './paneRuns.ts';

/** A run at a step, from its record. Lengths in the pair's unit. */
export interface Reading {
  /** The row that is read: the last one where the step lies beyond. */
  readonly row: number;
  /** The run has come to its end. */
  readonly ended: boolean;
  /** Mean distance of the target's points from where the truth puts them; null: the truth is not known. */
  readonly error: number | null;
  /** Of the source's points within `within` of the target, the same distance for all methods; NaN: none, or not measured. */
  readonly rmse: number;
  /** Share of the source's points within it. */
  readonly fitness: number;
  readonly within: number;
}

export function readingAt({ record, pair, answer }: PaneRun, step: number): Reading {
  const row = Math.min(step, record.steps);
  const { errors, laid } = answer;
  return {
    row,
    ended: step >= record.steps,
    error: errors ? errors[row]! * pair.largestDimension : null,
    rmse: laid?.rmse[row] ?? NaN,
    fitness: laid?.fitness[row] ?? NaN,
    within: laid?.limit ?? NaN,
  };
}
