import { compile, gradient } from '../formula/index.ts';
import { createMemo } from '../math/memo.ts';
import type { ParamValues } from '../params/spec.ts';
import type { Bend } from '../math/bend.ts';
import { hessianOf } from './curvature.ts';
import { objectiveOf } from './objective.ts';
import { residualsOf } from './residuals.ts';

/** What a second-order method may ask of a surface, in float64. */
export interface Oracle {
  value(x: number, y: number): number;
  /** Writes f, ∂f/∂x, ∂f/∂y into the first three places of `out`. */
  evaluate(x: number, y: number, out: Float64Array): void;
  hessian(x: number, y: number): Bend;
  /** JᵀJ of the residuals, f = Σ r²; null where f is not written as a sum of squares. */
  readonly gram: ((x: number, y: number) => Bend) | null;
}

type Program = (env: Float64Array, out: Float64Array) => void;

const compiledOnce = createMemo<{ readonly jacobian: Program | null; readonly rows: number }>(64);

/** J, two numbers a residual. */
function jacobianOf(formula: string, paramNames: readonly string[]) {
  return compiledOnce(JSON.stringify([formula, paramNames]), () => {
    const residuals = residualsOf(formula, paramNames);
    if (residuals === null) return { jacobian: null, rows: 0 };
    const slopes = residuals.flatMap((residual) => gradient(residual, ['x', 'y']));
    return { jacobian: compile(slopes, ['x', 'y', ...paramNames]), rows: residuals.length };
  });
}

/** `formula` in x, y and the names of `params`. Throws FormulaError where the text is no formula in those names. */
export function oracleOf(formula: string, params: ParamValues): Oracle {
  const { value, evaluate } = objectiveOf(formula, params);
  const hessian = hessianOf(formula, params);
  return { value, evaluate, hessian: (x, y) => hessian([x, y]), gram: gramOf(formula, params) };
}

function gramOf(formula: string, params: ParamValues): Oracle['gram'] {
  const { jacobian, rows } = jacobianOf(formula, Object.keys(params));
  if (jacobian === null) return null;
  const env = Float64Array.of(0, 0, ...Object.values(params));
  const slopes = new Float64Array(2 * rows);
  return (x, y): Bend => {
    env[0] = x;
    env[1] = y;
    jacobian(env, slopes);
    let [xx, xy, yy] = [0, 0, 0];
    for (let i = 0; i < slopes.length; i += 2) {
      const [dx, dy] = [slopes[i]!, slopes[i + 1]!];
      xx += dx * dx;
      xy += dx * dy;
      yy += dy * dy;
    }
    return { xx, xy, yy };
  };
}
