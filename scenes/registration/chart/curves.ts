import type { PaneRun } from '../runs/paneRuns.ts';
import { truthLimit } from '../runs/truth.ts';
import type { CurveId } from '../state/data.ts';
import { logAxisFor } from '../../../src/ui/chart/logAxis.ts';
import { lengthUnit, shownLength } from '../read/lengths.ts';

/** A number of every step, as it is shown. */
export interface Curves {
  readonly which: CurveId;
  /** One a run. */
  readonly series: readonly Float64Array[];
  /** `' %'`, `' m'` … */
  readonly unit: string;
  readonly low: number;
  readonly high: number;
  readonly log: boolean;
  /** Values to write at the axis. */
  readonly ticks: readonly number[];
  /** Below this it is a success; null: nothing says so. */
  readonly success: number | null;
}

const none = new Float64Array(0);

function seriesOf({ pair, answer }: PaneRun, which: CurveId): Float64Array {
  if (which === 'fitness') return answer.laid?.fitness ?? none;
  if (which === 'rmse') return (answer.laid?.rmse ?? none).map((length) => shownLength(pair, length));
  return (answer.errors ?? none).map((share) => shownLength(pair, share * pair.largestDimension));
}

/** What the chart draws. Without a known truth there is no error to draw: then the RMSE stands for it. */
export function curvesOf(runs: readonly PaneRun[], wished: CurveId): Curves {
  const which = wished === 'error' && runs.some(({ answer }) => !answer.errors) ? 'rmse' : wished;
  const series = runs.map((run) => seriesOf(run, which));
  const pair = runs[0]?.pair;
  if (which === 'fitness') {
    return { which, series, unit: '', low: 0, high: 1, log: false, ticks: [0, 0.5, 1], success: null };
  }
  const unit = pair ? lengthUnit(pair) : '';
  const limit = pair ? truthLimit(pair) : null;
  const success = which === 'error' && pair && limit !== null ? shownLength(pair, limit) : null;
  const decades = logAxisFor(series);
  const high = decades.high;
  const low = success === null ? decades.low : Math.min(decades.low, Math.floor(Math.log10(success)));
  const ticks: number[] = [];
  for (let exponent = low; exponent <= high; exponent++) ticks.push(10 ** exponent);
  return {
    which,
    series,
    unit,
    low,
    high,
    log: true,
    ticks,
    success,
  };
}

/** Where a value stands on the axis, 0 at its foot and 1 at its head; what lies beyond stands on them. */
export function heightIn({ low, high, log }: Curves, value: number): number {
  const at = log ? (value > 0 ? Math.log10(value) : low) : value;
  return (Math.min(Math.max(at, low), high) - low) / (high - low);
}
