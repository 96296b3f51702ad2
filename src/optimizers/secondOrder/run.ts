import type { ParamValues } from '../../params/spec.ts';
import type { Domain, Point2 } from '../../surfaces/types.ts';
import { disturbedGradient, disturbedLr, type Disturbance } from '../disturbance.ts';
import type { OptimizerRecord } from '../record.ts';
import { evaluateRow, firstOutside, statusOf } from '../run.ts';
import type { Oracle } from '../../surfaces/oracle.ts';
import type { NoStep, Procedure } from './types.ts';

export interface ProcedureRun {
  readonly procedure: Procedure;
  /** Every parameter of the procedure. */
  readonly params: ParamValues;
  readonly oracle: Oracle;
  readonly start: Point2;
  /** Updates, at least 0. */
  readonly steps: number;
  /** null: nothing counts as leaving. */
  readonly domain: Domain | null;
  /** Of the gradient at the iterate and of lr; what a line search sees on its way is undisturbed. */
  readonly disturbance?: Disturbance | undefined;
}

/** As `runOptimizer`: pure and deterministic. Where there is no step to take, the run stops there. */
export function runProcedure(run: ProcedureRun): OptimizerRecord {
  const { procedure, params, oracle, start, steps, domain, disturbance = {} } = run;
  const walk = procedure.start(oracle, params);
  const rows = steps + 1;
  const x = new Float64Array(2 * rows);
  const g = new Float64Array(2 * rows);
  const f = new Float64Array(rows);
  const model = new Float64Array(3 * rows).fill(NaN);
  const told = procedure.tells.map((name) => [name, new Float64Array(rows).fill(NaN)] as const);
  let noStep: NoStep | null = null;
  let count = 0;
  x.set(start);
  for (; count < rows; count++) {
    if (count > 0) {
      const [row, seen] = [
        count - 1,
        (axis: 0 | 1) => disturbedGradient(g[2 * count - 2 + axis]!, disturbance, count, axis),
      ];
      const lr = disturbedLr(params['lr'] ?? NaN, disturbance, count);
      const move = walk({ x: x[2 * row]!, y: x[2 * row + 1]!, f: f[row]!, gx: seen(0), gy: seen(1), lr });
      if (typeof move === 'string') {
        noStep = move;
        break;
      }
      x.set([move.x, move.y], 2 * count);
      model.set([move.model.xx, move.model.xy, move.model.yy], 3 * row);
      for (const [name, column] of told) column[count] = move.told[name] ?? NaN;
    }
    if (!evaluateRow(oracle, count, x, f, g)) break;
  }
  const whole = count === rows;
  const kept = (column: Float64Array, stride: number) => (whole ? column : column.slice(0, count * stride));
  return {
    count,
    steps,
    x: kept(x, 2),
    f: kept(f, 1),
    g: kept(g, 2),
    state: {},
    status: noStep ? 'stopped' : statusOf(whole, count, g),
    divergedAt: whole || noStep ? null : count,
    leftAt: domain === null ? null : firstOutside(domain, x, count),
    secondOrder: {
      told: Object.fromEntries(told.map(([name, column]) => [name, kept(column, 1)])),
      model: kept(model, 3),
      noStep,
    },
  };
}
