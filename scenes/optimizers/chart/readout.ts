import { rowAt } from '../../../src/optimizers/record.ts';
import type { RunView } from '../runs/runViews.ts';
import type { Series } from './quantities.ts';

/** What one run has to say at a step. */
export type ReadoutValue =
  | { readonly kind: 'value'; readonly symbol: string; readonly value: number; readonly off: boolean }
  /** Its rule has no such number, or not yet. */
  | { readonly kind: 'none' }
  | { readonly kind: 'diverged'; readonly step: number };

/** Of the loss f itself, not how far it is above f_min. */
export function readoutOf({ record, spec }: RunView, step: number, series: Series | null): ReadoutValue {
  const row = rowAt(record, step);
  if (row === null) return { kind: 'diverged', step: record.divergedAt ?? record.count };
  const value = series?.symbol === 'f' ? record.f[row]! : (series?.values[row] ?? NaN);
  if (!series || Number.isNaN(value)) return { kind: 'none' };
  const [x, y] = [record.x[2 * row] as number, record.x[2 * row + 1] as number];
  const domain = spec.surface.domain;
  const off = domain !== null && !(x >= domain[0] && x <= domain[1] && y >= domain[2] && y <= domain[3]);
  return { kind: 'value', symbol: series.symbol, value, off };
}
