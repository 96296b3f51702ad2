import { lossFloorOf, type LossFloor } from '../runs/lossFloor.ts';
import type { RunView } from '../runs/runViews.ts';
import type { LabState } from '../state/types.ts';
import { logAxisFor, type LogAxis } from '../../../src/ui/chart/logAxis.ts';

export interface ChartData {
  readonly floor: LossFloor;
  /** f − f_min of each run, row by row. */
  readonly series: readonly Float64Array[];
  readonly axis: LogAxis;
}

export function chartDataOf(state: LabState, runs: readonly RunView[]): ChartData {
  const floor = lossFloorOf(state, runs);
  const series = runs.map(({ record }) => record.f.slice(0, record.count).map((f) => f - floor.value));
  return { floor, series, axis: logAxisFor(series) };
}

/** Where a value stands on the axis, 0 at its foot and 1 at its head; what lies beyond stands on them. */
export function heightOn({ low, high }: LogAxis, value: number): number {
  const exponent = value > 0 ? Math.log10(value) : -Infinity;
  return (Math.min(Math.max(exponent, low), high) - low) / (high - low);
}
