import type { OptimizeSpec } from '../jobs/specs.ts';
import type { OptimizerRecord } from '../optimizers/record.ts';

export interface Run {
  readonly spec: OptimizeSpec;
  readonly record: OptimizerRecord;
}

/**
 * One run as the command line prints it; the order of the keys is part of the format.
 * `params` holds all that --set may set: the rule's parameters, then the surface's.
 */
export function plainRun({ spec, record }: Run) {
  const { surface, optimizer, semantics, params } = spec;
  return {
    surface: surface.id,
    optimizer,
    semantics,
    params: { ...params, ...surface.params },
    points: Array.from(record.f, (_, i) => [record.x[2 * i], record.x[2 * i + 1]]),
    losses: Array.from(record.f),
    status: record.status,
    divergedAt: record.divergedAt,
    leftAt: record.leftAt,
  };
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
      .map((row) => `${run.spec.optimizer},${row}\n`)
      .join(''),
  );
  return `optimizer,step,x,y,loss\n${bodies.join('')}`;
}
