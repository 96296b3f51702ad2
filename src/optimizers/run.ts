import type { ParamValues } from '../params/spec.ts';
import type { Objective } from '../surfaces/objective.ts';
import type { Domain, Point2 } from '../surfaces/types.ts';
import { compileRule } from './compile.ts';
import { disturbedGradient, disturbedLr, type Disturbance } from './disturbance.ts';
import type { OptimizerRecord, RunStatus } from './record.ts';
import type { Rule } from './types.ts';

export { compileRule, perStepNames, perStepTable } from './compile.ts';

export interface OptimizerRun {
  readonly rule: Rule;
  /** Every parameter of the rule. */
  readonly params: ParamValues;
  readonly objective: Objective;
  readonly start: Point2;
  /** Updates, at least 0. */
  readonly steps: number;
  /** null: nothing counts as leaving. */
  readonly domain: Domain | null;
  readonly disturbance?: Disturbance | undefined;
}

/** |f| beyond which a run has diverged. */
const DIVERGED_BEYOND = 1e30;
/** ‖∇f‖ below which a run's last point has converged. */
const CONVERGED_BELOW = 1e-8;

const sample = new Float64Array(3);

/** The run of `rule` from `start`: pure, deterministic, allocating nothing per step. */
export function runOptimizer(run: OptimizerRun): OptimizerRecord {
  const { rule, params, objective, start, steps, domain, disturbance = {} } = run;
  const compiled = compileRule(rule);
  const values = compiled.values(params);
  const { slot, perStep, perCoordinate } = compiled;
  const rows = steps + 1;
  const x = new Float64Array(2 * rows);
  const g = new Float64Array(2 * rows);
  const f = new Float64Array(rows);
  const places = compiled.state.map(({ slot: place }) => place);
  const memories = places.map(() => new Float64Array(2 * rows));

  x[0] = start[0];
  x[1] = start[1];
  let count = 0;
  for (; count < rows; count++) {
    if (count > 0) {
      values[slot.t] = count;
      if (slot.lr !== null) values[slot.lr] = disturbedLr(params['lr']!, disturbance, count);
      perStep(values);
      // Coordinate by coordinate: from row count − 1 into row count.
      for (let to = 2 * count; to < 2 * count + 2; to++) {
        const from = to - 2;
        values[slot.x] = x[from]!;
        values[slot.g] = disturbedGradient(g[from]!, disturbance, count, to === 2 * count ? 0 : 1);
        for (let k = 0; k < places.length; k++) values[places[k]!] = memories[k]![from]!;
        perCoordinate(values);
        x[to] = values[slot.x]!;
        for (let k = 0; k < places.length; k++) memories[k]![to] = values[places[k]!]!;
      }
    }
    if (!evaluateRow(objective, count, x, f, g)) break;
  }

  const whole = count === rows;
  // A diverged run keeps only its own rows, so that nothing behind them can be drawn.
  const kept = (column: Float64Array, stride: number) => (whole ? column : column.slice(0, count * stride));
  const state: Record<string, Float64Array> = {};
  compiled.state.forEach(({ name }, k) => (state[name] = kept(memories[k]!, 2)));
  return {
    count,
    steps,
    x: kept(x, 2),
    f: kept(f, 1),
    g: kept(g, 2),
    state,
    status: statusOf(whole, count, g),
    divergedAt: whole ? null : count,
    leftAt: domain === null ? null : firstOutside(domain, x, count),
  };
}

/** Fills row i of f and g; false where the point is not finite or has diverged. */
export function evaluateRow(
  objective: Pick<Objective, 'evaluate'>,
  i: number,
  x: Float64Array,
  f: Float64Array,
  g: Float64Array,
): boolean {
  objective.evaluate(x[2 * i]!, x[2 * i + 1]!, sample);
  const height = sample[0]!;
  f[i] = height;
  g[2 * i] = sample[1]!;
  g[2 * i + 1] = sample[2]!;
  // Not `>`: NaN must fail.
  return Number.isFinite(x[2 * i]) && Number.isFinite(x[2 * i + 1]) && Math.abs(height) <= DIVERGED_BEYOND;
}

export function statusOf(whole: boolean, count: number, g: Float64Array): RunStatus {
  if (!whole) return 'diverged';
  const gx = g[2 * count - 2]!;
  const gy = g[2 * count - 1]!;
  // Not Math.hypot, whose last bit is the engine's.
  return Math.sqrt(gx * gx + gy * gy) < CONVERGED_BELOW ? 'converged' : 'running';
}

export function firstOutside([x0, x1, y0, y1]: Domain, x: Float64Array, count: number): number | null {
  for (let i = 0; i < count; i++) {
    const px = x[2 * i]!;
    const py = x[2 * i + 1]!;
    if (px < x0 || px > x1 || py < y0 || py > y1) return i;
  }
  return null;
}
