import type { NoStep } from './secondOrder/types.ts';

/** `converged`: ‖∇f‖ < 1e-8 at the last point. `diverged`: the next point is not finite or has |f| > 1e30. `stopped`: the method has no step to take (`noStep`). */
export type RunStatus = 'converged' | 'running' | 'diverged' | 'stopped';

/**
 * What a run of an optimizer leaves behind; views and exports only read it.
 * Row i is the iterate after i updates; there are `count` rows (steps + 1 unless the run diverged or stopped).
 */
export interface OptimizerRecord {
  readonly count: number;
  /** Updates asked for. */
  readonly steps: number;
  /** count × 2, interleaved x, y. */
  readonly x: Float64Array;
  /** count. */
  readonly f: Float64Array;
  /** count × 2, interleaved ∂f/∂x, ∂f/∂y. */
  readonly g: Float64Array;
  /** Per state name count × 2: the rule's memory after i updates (zero in row 0). */
  readonly state: Readonly<Record<string, Float64Array>>;
  /** Of rules that look at the whole point, or take the gradient elsewhere; what other rules' records have not. */
  readonly point?: PointRecord;
  readonly status: RunStatus;
  /** Index of the first point left out, or null. */
  readonly divergedAt: number | null;
  /** First row outside the domain, or null (also when no domain was given). */
  readonly leftAt: number | null;
  /** Of a second-order method alone. */
  readonly secondOrder?: SecondOrderRecord;
}

export interface SecondOrderRecord {
  /** Per name that the method tells of: count, row i of update i; NaN in row 0. */
  readonly told: Readonly<Record<string, Float64Array>>;
  /** count × 3: ∂²/∂x², ∂²/∂x∂y, ∂²/∂y² of the quadratic model that the update from row i rests on; NaN in the last row. */
  readonly model: Float64Array;
  /** Why no update leaves the last row though more were asked for; null elsewhere. */
  readonly noStep: NoStep | null;
}

/** Why no update leaves the last row though more were asked for; null where one could, or nothing more was asked. */
export function noStepOf({ secondOrder, status }: OptimizerRecord): NoStep | null {
  if (secondOrder) return secondOrder.noStep;
  // A rule has always a step to take, but where it is told nothing to take it from.
  return status === 'stopped' ? 'least' : null;
}

/** The row that stands for `step`: a run that stopped rests on its last one. null: the run has diverged before. */
export function rowAt(
  { count, divergedAt }: Pick<OptimizerRecord, 'count' | 'divergedAt'>,
  step: number,
): number | null {
  if (step < count) return step;
  return divergedAt === null ? count - 1 : null;
}

export interface PointRecord {
  /** The surface's least value as the rule was told it; NaN: not known. */
  readonly fmin: number;
  /** Per name that `perPoint` assigns, count: its value at update i; row 0 is before any (NaN, or what is carried from the start). */
  readonly scalars: Readonly<Record<string, Float64Array>>;
  /** count × 2: the gradient where the update that leaves row i takes it, before any disturbance (NaN in the last row). null: at x. */
  readonly seen: Float64Array | null;
}
