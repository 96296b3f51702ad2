import type { PaneRun } from '../runs/paneRuns.ts';
import type { MethodId } from '../../../src/registration/methods/index.ts';
import { SUCCESS } from '../../../src/registration/trial.ts';
import type { Evidence } from './types.ts';

/** The run of a method on the sample model, or null where it does not stand there. */
export function runOf(
  { runs, state }: Evidence,
  method: MethodId,
  search: 'source' | 'target' | null = null,
): PaneRun | null {
  if (state.data !== 'spot') return null;
  return (
    runs.find(
      ({ settings }) => settings.method === method && (search === null || (settings.search ?? 'source') === search),
    ) ?? null
  );
}

/** Error in percent at a step; the last one where the step lies beyond; NaN where the truth is not known. */
export function errorAt(run: PaneRun | null, step: number): number {
  const errors = run?.answer.errors;
  return errors ? 100 * errors[Math.min(step, errors.length - 1)]! : NaN;
}

export const lastError = (run: PaneRun | null): number => errorAt(run, Infinity);

/** null: there is no such run. */
export function holds(run: PaneRun | null): boolean | null {
  const error = lastError(run);
  return Number.isFinite(error) ? error < 100 * SUCCESS : null;
}
