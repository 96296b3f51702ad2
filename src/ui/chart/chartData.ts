import { lossFloorOf, type LossFloor } from '../../runs/lossFloor.ts';
import type { RunView } from '../../runs/runViews.ts';
import type { LabState } from '../../state/types.ts';
import { logAxisFor, type LogAxis } from './logAxis.ts';

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

/** Value of a series between its rows, for dots under way: linear in what is drawn. */
export function heightAt(axis: LogAxis, values: Float64Array, row: number): number {
  const last = values.length - 1;
  const whole = Math.min(Math.floor(row), last);
  const u = Math.min(row, last) - whole;
  const a = heightOn(axis, values[whole] as number);
  return u === 0 ? a : a + u * (heightOn(axis, values[whole + 1] as number) - a);
}
