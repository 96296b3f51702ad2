import { compile, freeNames, hessian, parseFormula } from '../formula/index.ts';
import { createMemo } from '../math/memo.ts';
import type { ParamValues } from '../params/spec.ts';
import { eigenOf, type Bend } from '../math/bend.ts';
import type { Point2, SurfaceDef } from './types.ts';

/** The eigenvalues of the Hessian, which say how a surface bends. */
export interface Curvature {
  readonly smallest: number;
  readonly largest: number;
  /** Where it is so; null: everywhere, f being quadratic. */
  readonly at: Point2 | null;
}

interface Compiled {
  /** x, y, then the parameters → ∂²f/∂x², ∂²f/∂x∂y, ∂²f/∂y². */
  readonly evaluate: (env: Float64Array, out: Float64Array) => void;
  readonly quadratic: boolean;
}

const compiledOnce = createMemo<Compiled>(64);

function compiled(formula: string, paramNames: readonly string[]): Compiled {
  return compiledOnce(JSON.stringify([formula, paramNames]), () => {
    const names = ['x', 'y', ...paramNames];
    const [[fxx, fxy] = [], [, fyy] = []] = hessian(parseFormula(formula, names), ['x', 'y']);
    if (!fxx || !fxy || !fyy) throw new Error('a Hessian in x and y has two rows of two');
    const parts = [fxx, fxy, fyy];
    const quadratic = parts.every((part) => !freeNames(part).has('x') && !freeNames(part).has('y'));
    return { evaluate: compile(parts, names), quadratic };
  });
}

/** The Hessian at a point. Throws FormulaError where the text is no formula in x, y and the parameters; NaN where there is no Hessian. */
export function hessianOf(formula: string, params: ParamValues): (at: Point2) => Bend {
  const { evaluate } = compiled(formula, Object.keys(params));
  const env = Float64Array.of(0, 0, ...Object.values(params));
  const out = new Float64Array(3);
  return (at) => {
    env.set(at);
    evaluate(env, out);
    return { xx: out[0]!, xy: out[1]!, yy: out[2]! };
  };
}

function curvatureAt(formula: string, params: ParamValues, at: Point2): Curvature {
  const { quadratic } = compiled(formula, Object.keys(params));
  const { smallest, largest } = eigenOf(hessianOf(formula, params)(at));
  return { smallest, largest, at: quadratic ? null : at };
}

/**
 * The curvature by which a path comes to rest or not: a quadratic's own, else that of the flattest known minimum, where the largest steps
 * still settle. null where f has no bottom, where no minimum is known or it has no Hessian (a kink).
 */
export function restingCurvature(
  { formula, minima }: Pick<SurfaceDef, 'formula' | 'minima'>,
  params: ParamValues,
): Curvature | null {
  const { quadratic } = compiled(formula, Object.keys(params));
  const places: readonly Point2[] = quadratic ? [[0, 0]] : minima.map(({ at }) => at);
  const found = places
    .map((at) => curvatureAt(formula, params, at))
    // Not `<`: NaN must fail. A trough's 0 may come out a rounding below it.
    .filter(({ smallest, largest }) => largest > 0 && smallest >= -1e-12 * largest && Number.isFinite(largest));
  return found.sort((a, b) => a.largest - b.largest)[0] ?? null;
}
