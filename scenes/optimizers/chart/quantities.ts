import { effectiveRates } from '../../../src/optimizers/effectiveRate.ts';
import { ruleOrNull } from '../../../src/optimizers/index.ts';
import { stateRoles, type StateRole } from '../../../src/optimizers/roles.ts';
import type { RunView } from '../runs/runViews.ts';
import type { Quantity } from '../state/quantity.ts';

/** One number of a run by update. */
export interface Series {
  /** What it is called in a readout: `x`, `v`. */
  readonly symbol: string;
  /** Row i after i updates; NaN where there is none yet. */
  readonly values: Float64Array;
}

/** Whether it is drawn on decades; what has a sign is not. */
export const isLog = (quantity: Quantity): boolean => !['x', 'y', 'memoryX', 'memoryY'].includes(quantity);

const rows = ({ record }: RunView, value: (row: number) => number) =>
  Float64Array.from({ length: record.count }, (_, row) => value(row));

function stateSeries(run: RunView, role: StateRole['role'], axis: 0 | 1): Series | null {
  const { spec, record } = run;
  const rule = ruleOrNull(spec.optimizer, spec.semantics);
  const found = rule && stateRoles(rule).find((one) => one.role === role);
  if (!found) return null;
  const column = record.state[found.name]!;
  // A scale of 0 has no logarithm, and before the first update none of it is anything.
  return {
    symbol: found.name,
    values: rows(run, (row) => (row === 0 && role === 'scale' ? NaN : column[2 * row + axis]!)),
  };
}

function rateSeries(run: RunView, axis: 0 | 1): Series | null {
  const { spec, record } = run;
  const rule = ruleOrNull(spec.optimizer, spec.semantics);
  const values = rule && effectiveRates(rule, spec.params, record, axis, spec.disturbance);
  return values && { symbol: 'η', values };
}

/** The quantity of a run, read off its record; null where its rule has nothing of the kind. `floor`: f_min. */
export function seriesOf(run: RunView, quantity: Quantity, floor: number): Series | null {
  const { x, f, g } = run.record;
  switch (quantity) {
    case 'loss':
      return { symbol: 'f', values: f.slice(0, run.record.count).map((value) => value - floor) };
    case 'x':
    case 'y':
      return { symbol: quantity, values: rows(run, (row) => x[2 * row + (quantity === 'x' ? 0 : 1)]!) };
    case 'gradient':
      return { symbol: '|∇f|', values: rows(run, (row) => Math.hypot(g[2 * row]!, g[2 * row + 1]!)) };
    case 'step': {
      const moved = (row: number, axis: 0 | 1) => x[2 * row + axis]! - x[2 * row - 2 + axis]!;
      return {
        symbol: '|Δ|',
        values: rows(run, (row) => (row === 0 ? NaN : Math.hypot(moved(row, 0), moved(row, 1)))),
      };
    }
    case 'rateX':
    case 'rateY':
      return rateSeries(run, quantity === 'rateX' ? 0 : 1);
    case 'memoryX':
    case 'memoryY':
      return stateSeries(run, 'memory', quantity === 'memoryX' ? 0 : 1);
    case 'scaleX':
    case 'scaleY':
      return stateSeries(run, 'scale', quantity === 'scaleX' ? 0 : 1);
  }
}
