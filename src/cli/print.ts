import type { OptimizeSpec } from '../jobs/specs.ts';
import { csvCell } from '../io/csvCell.ts';
import type { OptimizerRecord } from '../optimizers/record.ts';

export interface Run {
  readonly spec: OptimizeSpec;
  readonly record: OptimizerRecord;
}

/** step, x, y, loss: one line an iterate, every digit that float64 has. */
export function csvOfRun({ record }: Run): string {
  const rows = Array.from(record.f, (f, i) => `${i},${record.x[2 * i]},${record.x[2 * i + 1]},${f}\n`);
  return `step,x,y,loss\n${rows.join('')}`;
}

/** The same with the optimizer's id before each line. */
export function csvOfRuns(runs: readonly Run[]): string {
  const bodies = runs.map((run) =>
    csvOfRun(run)
      .split('\n')
      .slice(1, -1)
      .map((row) => `${csvCell(run.spec.optimizer)},${row}\n`)
      .join(''),
  );
  return `optimizer,step,x,y,loss\n${bodies.join('')}`;
}

/** Rows with their columns one under the other. */
export function tableLines(rows: readonly (readonly string[])[]): string[] {
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]!.length))) ?? [];
  return rows.map((row) =>
    row
      .map((text, column) => text.padEnd(widths[column]!))
      .join('  ')
      .trimEnd(),
  );
}
