import { lossFloorOf, type LossFloor } from '../runs/lossFloor.ts';
import type { RunView } from '../runs/runViews.ts';
import type { LabState } from '../state/types.ts';
import { linearAxis, logAxis, type ValueAxis } from '../../../src/ui/chart/valueAxis.ts';
import type { Words } from '../../../src/ui/useText.ts';
import { isLog, seriesOf, type Series } from './quantities.ts';

export interface ChartData {
  readonly floor: LossFloor;
  /** The state's quantity of each run, row by row; null where its rule has none. */
  readonly series: readonly (Series | null)[];
  readonly axis: ValueAxis;
}

export function chartDataOf(t: Pick<Words, 'fixed' | 'number'>, state: LabState, runs: readonly RunView[]): ChartData {
  const floor = lossFloorOf(state, runs);
  const { quantity } = state;
  const series = runs.map((run) => seriesOf(run, quantity, floor.value));
  const values = series.flatMap((one) => (one ? [one.values] : []));
  if (isLog(quantity)) return { floor, series, axis: logAxis(values) };
  const [x0, x1, y0, y1] = state.surface.domain;
  const bounds = quantity === 'x' ? ([x0, x1] as const) : quantity === 'y' ? ([y0, y1] as const) : null;
  return { floor, series, axis: linearAxis(t, values, bounds) };
}
