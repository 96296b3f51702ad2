/** `converged`: ‖∇f‖ < 1e-8 at the last point. `diverged`: the next point is not finite or has |f| > 1e30. */
export type RunStatus = 'converged' | 'running' | 'diverged';

/**
 * What a run of an optimizer leaves behind; views and exports only read it.
 * Row i is the iterate after i updates; there are `count` rows (steps + 1 unless the run diverged).
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
  readonly status: RunStatus;
  /** Index of the first point left out, or null. */
  readonly divergedAt: number | null;
  /** First row outside the domain, or null (also when no domain was given). */
  readonly leftAt: number | null;
}
