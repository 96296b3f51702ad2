import { freeNames, parseFormula, type Expr } from '../formula/index.ts';
import { createMemo } from '../math/memo.ts';

const known = createMemo<{ readonly residuals: readonly Expr[] | null }>(64);

/**
 * The residuals r of a formula that is written as a sum of squares, f = Σ r² (no factor ½): each summand is a square, an even power, or
 * either times or over a factor without x and y, which comes into its residual as a root. null where one of them is none.
 * Throws FormulaError where the text is no formula in x, y and `paramNames`.
 */
export function residualsOf(formula: string, paramNames: readonly string[]): readonly Expr[] | null {
  const key = JSON.stringify([formula, paramNames]);
  return known(key, () => {
    const roots = summandsOf(parseFormula(formula, ['x', 'y', ...paramNames])).map(rootOf);
    return { residuals: roots.every((root) => root !== null) ? roots : null };
  }).residuals;
}

const binary = (op: '*' | '/' | '^', left: Expr, right: Expr): Expr => ({ kind: 'binary', op, left, right });

function summandsOf(e: Expr): readonly Expr[] {
  return e.kind === 'binary' && e.op === '+' ? [...summandsOf(e.left), ...summandsOf(e.right)] : [e];
}

function isConstant(e: Expr): boolean {
  const names = freeNames(e);
  return !names.has('x') && !names.has('y');
}

/** u with u² = e; null where e is not written so. */
function rootOf(e: Expr): Expr | null {
  if (e.kind !== 'binary') return null;
  const { op, left, right } = e;
  if (op === '^') {
    const half = right.kind === 'number' ? right.value / 2 : NaN;
    if (!(half >= 1) || !Number.isInteger(half)) return null;
    return half === 1 ? left : binary('^', left, { kind: 'number', value: half });
  }
  if (op !== '*' && op !== '/') return null;
  if (isConstant(right)) return scaled(rootOf(left), right, op);
  return op === '*' && isConstant(left) ? scaled(rootOf(right), left, op) : null;
}

function scaled(root: Expr | null, factor: Expr, op: '*' | '/'): Expr | null {
  return root && binary(op, root, { kind: 'call', fn: 'sqrt', args: [factor] });
}
