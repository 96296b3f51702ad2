import type { ParamSpecs, ParamValues } from '../params/spec.ts';
import type { SurfaceId } from '../surfaces/index.ts';

/**
 * `torch`: PyTorch's torch.optim. `book`: common/optimizer.py of 『ゼロから作るDeep Learning』. `paper`: the method's own paper. `own`: the
 * lines that somebody wrote themselves.
 */
export type Semantics = 'torch' | 'book' | 'paper' | 'own';

/** `[name, expression]`: the expression is evaluated and kept under that name for the lines below it. */
export type Assignment = readonly [name: string, expression: string];

/**
 * An update rule as data over the formula syntax (see docstring of each field for the names in scope).
 * The same text becomes float64 closures, GPU.js kernels and MathML.
 */
export interface Rule {
  readonly params: ParamSpecs;
  /** Scalars carried from step to step, with their value before the first step (NAdam's running product). */
  readonly carried?: Readonly<Record<string, number>>;
  /** Once a step, in float64; in scope: parameters, carried scalars, `t` = 1, 2, …, lines above. */
  readonly perStep?: readonly Assignment[];
  /** Per-coordinate memory, zero before the first step. */
  readonly state?: readonly string[];
  /**
   * Where the gradient is taken, once a coordinate, where that is not `x`; in scope: parameters, carried scalars, per-step names, state,
   * `x`, `g` = ∂f/∂x at `x`, and `sum(…)` as in `perPoint`. From then on `g` is the gradient at that place (SAM, schedule-free methods).
   */
  readonly gradientAt?: string;
  /**
   * Scalars of the whole point, once a step, between `perStep` and `perCoordinate`; in scope: parameters, carried scalars (which it may
   * write; those that it writes are not in scope for `perStep`), `t`, per-step names, lines above, `f` at `x`, `fmin` (the surface's known
   * least value, NaN where none is known) and `sum(…)` over the coordinates of an expression in all that, state, `x` and `g`.
   */
  readonly perPoint?: readonly Assignment[];
  /** Straight-line, once a coordinate; in scope: all of the above but `f`, `fmin` and `sum`; state, `x`, `g` = ∂f/∂x at `x`. The last `x` is the next iterate. */
  readonly perCoordinate: readonly Assignment[];
}

/**
 * Where a learning rate comes from (src/experiments/rates.ts): first what was measured, then what `by` or `ofSide` says. An
 * optimizer that says nothing gets its rates by trial runs from the experiment's start, calm ones that end low.
 */
export interface RateDef {
  /**
   * `gradient`: the step is lr times a gradient, so that lr has the unit of x²/f and no rate above 0.15 diagonals of the domain ÷
   * ‖∇f(start)‖ is calm. Trial runs begin there; without it, at the stride that the rule itself takes under ∇f(start). `itself`: the rule finds
   * its own rate, and lr stays the factor that it is by default. `first-step`: it finds its own from the second step on; the first is a
   * hundredth of the longest calm one. Such runs may leap: nobody chose their rates.
   */
  readonly by?: 'gradient' | 'itself' | 'first-step';
  /** Another optimizer's id, whose rates serve it too, where none was measured: no trial runs of its own. */
  readonly like?: string;
  /** The step is near lr whatever the height of f, so that lr is a length: this share of the domain's shorter side. No trial runs. */
  readonly ofSide?: number;
  /** For the experiments on bundled surfaces: by hand, or of `node tools/recommend-learning-rates.mjs`. */
  readonly measured?: Readonly<Partial<Record<SurfaceId, number>>>;
}

/** `How`: its rules, or the procedures of a second-order method (secondOrder/). */
export interface OptimizerDef<How = Rule> {
  /** How people write it: `SGD`, `AdaGrad`. A proper name, the same in every language. */
  readonly name: string;
  /** In order of preference: the first is the default semantics. */
  readonly semantics: Readonly<Partial<Record<Semantics, How>>>;
  /** Among which others it stands in menus; absent: `adaptive`, or `second-order` of a procedure. */
  readonly family?: 'gradient' | 'own-rate';
  readonly rate?: RateDef;
  /**
   * On a quadratic whose largest curvature (eigenvalue of the Hessian) is `curvature` and whose smallest is not negative: the lr below
   * which every path comes to rest, and above which almost none does. NaN where there is none for these parameters. Absent: the steps do
   * not scale with the gradient, so that no such limit is known.
   */
  readonly stableBelow?: (params: ParamValues, curvature: number) => number;
  /**
   * On a quadratic: by what an update multiplies, in the long run, the distance from the minimum along an eigenvector of this curvature. Below 1 the path comes to rest. With
   * `stableBelow`, where both are known.
   */
  readonly contraction?: (params: ParamValues, curvature: number) => number;
  /** The ink of its path (src/state/ink.ts), where it is to be one and no other: 0 … 5. */
  readonly hue?: number;
  /** Paper, documentation or code that the rules transcribe. */
  readonly reference: string;
}
