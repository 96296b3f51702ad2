import { seriesOf } from '../chart/quantities.ts';
import type { RunView } from '../runs/runViews.ts';
import type { Quantity } from '../state/quantity.ts';

export interface TableColumn {
  readonly key: string;
  readonly symbol: string;
  readonly values: ArrayLike<number>;
}

/** A run's columns: x, y, f, and behind them what the chart shows, where that is none of them and the rule has it. */
export function columnsOf(run: RunView, quantity: Quantity): readonly TableColumn[] {
  const { x, f, count } = run.record;
  const coordinate = (axis: 0 | 1) => Float64Array.from({ length: count }, (_, row) => x[2 * row + axis]!);
  const own: readonly TableColumn[] = [
    { key: 'x', symbol: 'x', values: coordinate(0) },
    { key: 'y', symbol: 'y', values: coordinate(1) },
    { key: 'f', symbol: 'f', values: f },
  ];
  if (quantity === 'loss' || quantity === 'x' || quantity === 'y') return own;
  const series = seriesOf(run, quantity, 0);
  const axis = /[XY]$/.exec(quantity)?.[0].toLowerCase();
  return series
    ? [...own, { key: quantity, symbol: axis ? `${series.symbol} (${axis})` : series.symbol, values: series.values }]
    : own;
}
