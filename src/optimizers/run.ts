import type { ParamValues } from '../params/spec.ts';
import type { Objective } from '../surfaces/objective.ts';
import type { Domain, Point2 } from '../surfaces/types.ts';
import { asksForLeast, compileRule } from './compile.ts';
import { disturbedGradient, disturbedLr, type Disturbance } from './disturbance.ts';
import { preparePoint } from './point.ts';
import type { OptimizerRecord, PointRecord, RunStatus } from './record.ts';
import type { Rule } from './types.ts';

export { asksForLeast, compileRule, perStepNames, perStepTable, scopesOf } from './compile.ts';

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
  /** The surface's least value, where one is known: for the rules that ask for it. */
  readonly fmin?: number | undefined;
}

/** |f| beyond which a run has diverged. */
const DIVERGED_BEYOND = 1e30;
/** ‖∇f‖ below which a run's last point has converged. */
const CONVERGED_BELOW = 1e-8;

const sample = new Float64Array(3);

/** The run of `rule` from `start`: pure, deterministic, allocating (but for rules that look at the whole point) nothing per step. */
export function runOptimizer(run: OptimizerRun): OptimizerRecord {
  const { rule, params, objective, start, steps, domain, disturbance = {}, fmin = NaN } = run;
  const compiled = compileRule(rule);
  const values = compiled.values(params);
  const { slot, perStep, perCoordinate, pointSlots } = compiled;
  const stopped = steps > 0 && Number.isNaN(fmin) && asksForLeast(rule);
  const rows = stopped ? 1 : steps + 1;
  const x = new Float64Array(2 * rows);
  const g = new Float64Array(2 * rows);
  const f = new Float64Array(rows);
  const places = compiled.state.map(({ slot: place }) => place);
  const memories = places.map(() => new Float64Array(2 * rows));

  // What the update from row count − 1 on sees.
  const seen = new Float64Array(2);
  const seenRows = compiled.place ? new Float64Array(2 * rows).fill(NaN) : null;
  const scalars = Array.from(pointSlots, () => new Float64Array(rows).fill(NaN));
  const looksAround = compiled.place !== null || compiled.perPoint !== null;
  const disturb = () => {
    seen[0] = disturbedGradient(seen[0]!, disturbance, count, 0);
    seen[1] = disturbedGradient(seen[1]!, disturbance, count, 1);
  };
  const load = (into: Float64Array, axis: number) => {
    const from = 2 * count - 2 + axis;
    into[slot.x] = x[from]!;
    into[slot.g] = seen[axis]!;
    for (let k = 0; k < places.length; k++) into[places[k]!] = memories[k]![from]!;
  };
  const gradient = (at: Float64Array, into: Float64Array) => {
    objective.evaluate(at[0]!, at[1]!, sample);
    into.set(sample.subarray(1));
    seenRows?.set(into, 2 * count - 2);
    disturb();
  };

  x[0] = start[0];
  x[1] = start[1];
  compiled.pointNames.forEach((name, k) => (scalars[k]![0] = rule.carried?.[name] ?? NaN));
  let count = 0;
  for (; count < rows; count++) {
    if (count > 0) {
      values[slot.t] = count;
      if (slot.lr !== null) values[slot.lr] = disturbedLr(params['lr']!, disturbance, count);
      perStep(values);
      seen[0] = g[2 * count - 2]!;
      seen[1] = g[2 * count - 1]!;
      disturb();
      if (looksAround) preparePoint(compiled, values, seen, load, { f: f[count - 1]!, fmin, gradient });
      for (let k = 0; k < scalars.length; k++) scalars[k]![count] = values[pointSlots[k]!]!;
      // Coordinate by coordinate: from row count − 1 into row count.
      for (let axis = 0; axis < 2; axis++) {
        load(values, axis);
        perCoordinate(values);
        const to = 2 * count + axis;
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
  const point: PointRecord = {
    fmin,
    scalars: Object.fromEntries(compiled.pointNames.map((name, k) => [name, kept(scalars[k]!, 1)])),
    seen: seenRows && kept(seenRows, 2),
  };
  return {
    count,
    steps,
    x: kept(x, 2),
    f: kept(f, 1),
    g: kept(g, 2),
    state,
    ...(looksAround ? { point } : {}),
    status: stopped && whole ? 'stopped' : statusOf(whole, count, g),
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
