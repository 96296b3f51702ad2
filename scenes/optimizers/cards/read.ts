import type { OptimizerRecord } from '../../../src/optimizers/record.ts';
import { disturbedLr } from '../../../src/optimizers/disturbance.ts';
import { gradientAt } from '../../../src/optimizers/update.ts';
import type { RunView } from '../runs/runViews.ts';
import type { Evidence } from './types.ts';

/** The run of an optimizer on the card's surface, or null where it is switched off or the surface is another. */
export function runOf({ runs, state }: Evidence, id: string): RunView | null {
  if (state.surface.id !== 'bowl') return null;
  return runs.find((run) => run.id === id) ?? null;
}

/** A value of row `row`, axis 0 (x) or 1 (y); NaN beyond the last row. */
export function at(column: Float64Array | undefined, row: number, axis: 0 | 1): number {
  return column?.[2 * row + axis] ?? NaN;
}

/** η at update `step`, with what a disturbance made of it. */
export function lrAt({ spec }: RunView, step: number): number {
  return disturbedLr(spec.params['lr'] ?? NaN, spec.disturbance ?? {}, step);
}

/** ∂f/∂x (axis 0) or ∂f/∂y (1) as update `step` saw it, with what a disturbance added. */
export function gradientOf({ record, spec }: RunView, step: number, axis: 0 | 1): number {
  return gradientAt(record, step, axis, spec.disturbance);
}

/** In how many of the first `steps` updates y changed its sign. */
export function crossings({ x }: OptimizerRecord, steps: number): number {
  let count = 0;
  for (let row = 1; row <= steps; row++) if (at(x, row, 1) * at(x, row - 1, 1) < 0) count++;
  return count;
}

/** The runs of `ids` on a surface of the registry, in that order; null where it is another, or one of them is switched off. */
export function runsOn<Ids extends readonly string[]>(
  { runs, state }: Evidence,
  surface: string,
  ...ids: Ids
): { readonly [I in keyof Ids]: RunView } | null {
  const found = ids.map((id) => runs.find((run) => run.id === id));
  return state.surface.id === surface && found.every((run) => run !== undefined)
    ? (found as { readonly [I in keyof Ids]: RunView })
    : null;
}

/** f after `step` updates, or where the run ended before. */
export const lossAt = ({ f, count }: OptimizerRecord, step: number): number => f[Math.min(step, count - 1)] ?? NaN;

/** The mean of f over rows `from` … `to`; NaN where the run ended before. */
export function meanLoss({ f }: OptimizerRecord, from: number, to: number): number {
  let sum = 0;
  for (let row = from; row <= to; row++) sum += f[row] ?? NaN;
  return sum / (to - from + 1);
}
