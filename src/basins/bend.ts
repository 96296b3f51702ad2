import { compile, gradient, hessian, parseFormula } from '../formula/index.ts';
import { createMemo } from '../math/memo.ts';
import type { ParamValues } from '../params/spec.ts';

/** f with its first and second derivatives at a point: [f, fx, fy, fxx, fxy, fyy]. */
export type Bend = (x: number, y: number, out: Float64Array) => void;

const compiledOnce = createMemo<(env: Float64Array, out: Float64Array) => void>(64);

/** Throws FormulaError where the text is no formula in x, y and the parameters. */
export function bendOf(formula: string, params: ParamValues): Bend {
  const names = ['x', 'y', ...Object.keys(params)];
  const evaluate = compiledOnce(JSON.stringify([formula, names]), () => {
    const f = parseFormula(formula, names);
    const [[fxx, fxy] = [], [, fyy] = []] = hessian(f, ['x', 'y']);
    if (!fxx || !fxy || !fyy) throw new Error('a Hessian in x and y has two rows of two');
    return compile([f, ...gradient(f, ['x', 'y']), fxx, fxy, fyy], names);
  });
  const env = Float64Array.of(0, 0, ...Object.values(params));
  return (x, y, out) => {
    env[0] = x;
    env[1] = y;
    evaluate(env, out);
  };
}
