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
