import { lossFloorOf } from './lossFloor.ts';
import type { RunView } from './runViews.ts';
import type { LabState } from '../state/types.ts';

/** Who is lowest at a step, and who was the first to get below a level; several where they tie. */
export interface Standing {
  readonly lowest: readonly RunView[];
  /** f of the lowest at the step. */
  readonly f: number;
  /** The finishing line. */
  readonly level: number;
  /** Empty while nobody has got below it. */
  readonly first: readonly RunView[];
  /** The update after which the first were below it; NaN while nobody is. */
  readonly firstStep: number;
}

/**
 * How the runs stand among one another at `step`; null where fewer than two have a value there, or where nothing lies below the start.
 * The line is f_min plus the power of ten that is at most a tenth of what the start lies above f_min.
 */
export function standingOf(runs: readonly RunView[], state: LabState, step: number): Standing | null {
  const going = runs.filter(({ record }) => step < record.count);
  if (going.length < 2) return null;
  const at = ({ record }: RunView, row: number) => record.f[row] as number;
  const f = Math.min(...going.map((run) => at(run, step)));
  const floor = lossFloorOf(state, runs).value;
  const height = at(going[0] as RunView, 0) - floor;
  if (!(height > 0)) return null;
  const level = floor + 10 ** Math.floor(Math.log10(height) - 1);
  const reached = runs.map((run) => ({
    run,
    row: run.record.f.findIndex((value, row) => row <= step && row < run.record.count && value < level),
  }));
  const firstStep = Math.min(...reached.filter(({ row }) => row >= 0).map(({ row }) => row));
  return {
    lowest: going.filter((run) => at(run, step) === f),
    f,
    level,
    first: reached.filter(({ row }) => row === firstStep).map(({ run }) => run),
    firstStep: Number.isFinite(firstStep) ? firstStep : NaN,
  };
}
