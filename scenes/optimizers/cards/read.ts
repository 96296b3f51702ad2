import type { OptimizerRecord } from '../../../src/optimizers/record.ts';
import type { RunView } from '../../../src/runs/runViews.ts';
import type { Evidence } from '../../../src/ui/cards/types.ts';

/** The run of an optimizer on the card's surface, or null where it is switched off or the surface is another. */
export function runOf({ runs, state }: Evidence, id: string): RunView | null {
  if (state.surface.id !== 'bowl') return null;
  return runs.find((run) => run.id === id) ?? null;
}

/** A value of row `row`, axis 0 (x) or 1 (y); NaN beyond the last row. */
export function at(column: Float64Array | undefined, row: number, axis: 0 | 1): number {
  return column?.[2 * row + axis] ?? NaN;
}

/** In how many of the first `steps` updates y changed its sign. */
export function crossings({ x }: OptimizerRecord, steps: number): number {
  let count = 0;
  for (let row = 1; row <= steps; row++) if (at(x, row, 1) * at(x, row - 1, 1) < 0) count++;
  return count;
}

/** y after an update over y before it. */
export function growth({ x }: OptimizerRecord, row: number): number {
  return at(x, row, 1) / at(x, row - 1, 1);
}
