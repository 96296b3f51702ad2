import type { BinaryOperator, CallExpr, Expr, FunctionName, NumberExpr } from './ast.ts';

/**
 * Constructors that drop what an algebraist would not write: 0·u, 1·u, u + 0, −(−u) … Derivatives are built of them;
 * a formula as written is not, since its float64 value must be the one that its text says. (0·u becomes 0 even where
 * u is not finite: a derivative is then finite where the unsimplified chain rule says 0·∞.)
 */
export function number(value: number): NumberExpr {
  return { kind: 'number', value };
}

function binary(op: BinaryOperator, left: Expr, right: Expr): Expr {
  return { kind: 'binary', op, left, right };
}

export function isNumber(e: Expr, value: number): boolean {
  return e.kind === 'number' && e.value === value;
}

/** A literal that may be folded; pi and e keep their names. */
function literalOf(e: Expr): number | null {
  return e.kind === 'number' && e.symbol === undefined ? e.value : null;
}

function fold(left: Expr, right: Expr, compute: (a: number, b: number) => number): Expr | null {
  const [a, b] = [literalOf(left), literalOf(right)];
  if (a === null || b === null) return null;
  const value = compute(a, b);
  return Number.isFinite(value) ? number(value) : null;
}

/** A factor that is written in front: a number or a product or quotient of two. */
function isCoefficient(e: Expr): boolean {
  if (e.kind === 'binary' && (e.op === '*' || e.op === '/')) {
    return e.left.kind === 'number' && e.right.kind === 'number';
  }
  return e.kind === 'number';
}

export function negate(e: Expr): Expr {
  if (e.kind === 'negation') return e.arg;
  const value = literalOf(e);
  if (value !== null) return number(value === 0 ? 0 : -value);
  return { kind: 'negation', arg: e };
}

export function add(left: Expr, right: Expr): Expr {
  if (isNumber(left, 0)) return right;
  if (isNumber(right, 0)) return left;
  if (right.kind === 'negation') return subtract(left, right.arg);
  if (left.kind === 'negation') return subtract(right, left.arg);
  if (left === right) return multiply(number(2), left);
  return fold(left, right, (a, b) => a + b) ?? binary('+', left, right);
}

export function subtract(left: Expr, right: Expr): Expr {
  if (isNumber(right, 0)) return left;
  if (isNumber(left, 0)) return negate(right);
  if (left === right) return number(0);
  if (right.kind === 'negation') return add(left, right.arg);
  return fold(left, right, (a, b) => a - b) ?? binary('-', left, right);
}

export function multiply(left: Expr, right: Expr): Expr {
  if (isNumber(left, 0) || isNumber(right, 0)) return number(0);
  if (isNumber(left, 1)) return right;
  if (isNumber(right, 1)) return left;
  if (literalOf(left) === -1) return negate(right);
  if (literalOf(right) === -1) return negate(left);
  if (left.kind === 'negation') return negate(multiply(left.arg, right));
  if (right.kind === 'negation') return negate(multiply(left, right.arg));
  const folded = fold(left, right, (a, b) => a * b);
  if (folded) return folded;
  if (isCoefficient(right) && !isCoefficient(left)) return multiply(right, left);
  if (right.kind === 'binary' && right.op === '*') {
    const coefficient = fold(left, right.left, (a, b) => a * b);
    if (coefficient) return multiply(coefficient, right.right);
  }
  return binary('*', left, right);
}

export function divide(left: Expr, right: Expr): Expr {
  if (isNumber(left, 0)) return number(0);
  if (isNumber(right, 1)) return left;
  if (left.kind === 'negation') return negate(divide(left.arg, right));
  if (right.kind === 'negation') return negate(divide(left, right.arg));
  return fold(left, right, (a, b) => a / b) ?? binary('/', left, right);
}

export function power(base: Expr, exponent: Expr): Expr {
  if (isNumber(exponent, 0)) return number(1);
  if (isNumber(exponent, 1)) return base;
  return fold(base, exponent, (a, b) => a ** b) ?? binary('^', base, exponent);
}

export function call(fn: FunctionName, ...args: readonly Expr[]): CallExpr {
  return { kind: 'call', fn, args };
}
