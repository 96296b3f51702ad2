import type { ParamSpecs } from '../params/spec.ts';

/** `torch`: PyTorch's torch.optim. `book`: common/optimizer.py of 『ゼロから作るDeep Learning』. `paper`: the method's own paper. */
export type Semantics = 'torch' | 'book' | 'paper';

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
  /** Straight-line, once a coordinate; in scope: all of the above, state, `x`, `g` = ∂f/∂x at `x`. The last `x` is the next iterate. */
  readonly perCoordinate: readonly Assignment[];
}

export interface OptimizerDef {
  /** How people write it: `SGD`, `AdaGrad`. A proper name, the same in every language. */
  readonly name: string;
  /** In order of preference: the first is the default semantics. */
  readonly semantics: Readonly<Partial<Record<Semantics, Rule>>>;
  /** Paper, documentation or code that the rules transcribe. */
  readonly reference: string;
}
