import { compile, gradient, parseFormula, usesOnlyExactArithmetic, type Expr } from '../formula/index.ts';
import { createMemo } from '../math/memo.ts';
import { defaultsOf, type ParamValues } from '../params/spec.ts';
import type { SurfaceDef } from './types.ts';

/** A surface's formula at fixed parameter values, in float64. */
export interface Objective {
  value(x: number, y: number): number;
  /** Writes f, ∂f/∂x, ∂f/∂y into the first three places of `out`; allocates nothing. */
  evaluate(x: number, y: number, out: Float64Array): void;
  readonly expression: Expr;
  /** ∂f/∂x, ∂f/∂y, symbolic. */
  readonly gradient: readonly [Expr, Expr];
  /** Value and gradient use only + − × ÷ √, which every IEEE 754 engine rounds alike. */
  readonly exact: boolean;
}

type Program = (env: Float64Array, out: Float64Array) => void;

interface Compiled {
  readonly expression: Expr;
  readonly gradient: readonly [Expr, Expr];
  readonly exact: boolean;
  readonly value: Program;
  readonly evaluate: Program;
}

/** Room for every bundled surface and the formulas that somebody types in a row. */
const compiledOnce = createMemo<Compiled>(64);

/** Parameters are slots of the program, so that dragging one parses nothing. */
function compiled(formula: string, paramNames: readonly string[]): Compiled {
  return compiledOnce(JSON.stringify([formula, paramNames]), () => {
    const names = ['x', 'y', ...paramNames];
    const expression = parseFormula(formula, names);
    const [fx, fy] = gradient(expression, ['x', 'y']);
    if (fx === undefined || fy === undefined) throw new Error('a gradient in x and y has two components');
    return {
      expression,
      gradient: [fx, fy],
      exact: [expression, fx, fy].every(usesOnlyExactArithmetic),
      value: compile([expression], names),
      evaluate: compile([expression, fx, fy], names),
    };
  });
}

/**
 * `formula` in `x`, `y` and the names of `params`. Throws FormulaError where the text is no formula in those names.
 */
export function objectiveOf(formula: string, params: ParamValues = {}): Objective {
  const { expression, gradient: partials, exact, value, evaluate } = compiled(formula, Object.keys(params));
  const env = Float64Array.of(0, 0, ...Object.values(params));
  const single = new Float64Array(1);
  return {
    expression,
    gradient: partials,
    exact,
    value(x, y) {
      env[0] = x;
      env[1] = y;
      value(env, single);
      return single[0]!;
    },
    evaluate(x, y, out) {
      env[0] = x;
      env[1] = y;
      evaluate(env, out);
    },
  };
}

/** A surface at its parameters' defaults. */
export function objectiveFor({ formula, params = {} }: SurfaceDef): Objective {
  return objectiveOf(formula, defaultsOf(params));
}
