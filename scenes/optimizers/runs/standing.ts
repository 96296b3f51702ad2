import { rowAt } from '../../../src/optimizers/record.ts';
import { lossFloorOf } from './lossFloor.ts';
import type { RunView } from './runViews.ts';
import type { LabState } from '../state/types.ts';

/** Who is lowest at a step, and who was the first to get below a level; several where they tie. */
export interface Standing {
  readonly lowest: readonly RunView[];
  /** f − f_min of the lowest at the step. */
  readonly above: number;
  /** f − f_min of the finishing line. */
  readonly level: number;
  /** Empty while nobody has got below it. */
  readonly first: readonly RunView[];
  /** The update after which the first were below it; NaN while nobody is. */
  readonly firstStep: number;
}

/**
 * How the runs stand among one another at `step`; null where fewer than two have a value there, or where nothing lies below the start.
 * The line lies above f_min by the power of ten that is at most a tenth of what the start lies above it.
 */
export function standingOf(runs: readonly RunView[], state: LabState, step: number): Standing | null {
  const going = runs.filter(({ record }) => rowAt(record, step) !== null);
  if (going.length < 2) return null;
  const floor = lossFloorOf(state, runs).value;
  const at = ({ record }: RunView, row: number) => (record.f[rowAt(record, row) as number] as number) - floor;
  const above = Math.min(...going.map((run) => at(run, step)));
  const start = at(going[0] as RunView, 0);
  if (!(start > 0)) return null;
  const level = 10 ** Math.floor(Math.log10(start) - 1);
  const reached = runs.map((run) => ({
    run,
    row: run.record.f.findIndex((f, row) => row <= step && row < run.record.count && f - floor < level),
  }));
  const firstStep = Math.min(...reached.filter(({ row }) => row >= 0).map(({ row }) => row));
  return {
    lowest: going.filter((run) => at(run, step) === above),
    above,
    level,
    first: reached.filter(({ row }) => row === firstStep).map(({ run }) => run),
    firstStep: Number.isFinite(firstStep) ? firstStep : NaN,
  };
}
