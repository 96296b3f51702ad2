import type { BinaryExpr, Expr } from './ast.ts';
import { functions } from './functions.ts';
import { add, call, divide, isNumber, multiply, negate, number, power, subtract } from './simplify.ts';

/**
 * ∂e/∂name, symbolically. Every node is differentiated once, so the result shares nodes and stays linear in the size
 * of `e`. At kinks (abs, min, max) it has the mean of the one-sided derivatives, see `functions.ts`.
 */
export function differentiate(e: Expr, name: string): Expr {
  const known = new Map<Expr, Expr>();
  const d = (u: Expr): Expr => {
    let result = known.get(u);
    if (result === undefined) {
      result = derivative(u);
      known.set(u, result);
    }
    return result;
  };
  const derivative = (u: Expr): Expr => {
    switch (u.kind) {
      case 'number':
        return number(0);
      case 'variable':
        return number(u.name === name ? 1 : 0);
      case 'negation':
        return negate(d(u.arg));
      case 'binary':
        return ofBinary(u, d);
      case 'call': {
        const [a, b = a] = u.args;
        if (a === undefined || b === undefined) throw new TypeError(`${u.fn} without arguments`);
        const inner = u.args.map(d);
        // Where nothing depends on the name, the partial derivatives are not even built.
        if (inner.every((du) => isNumber(du, 0))) return number(0);
        return functions[u.fn]
          .partials(a, b)
          .map((partial, i) => multiply(partial, inner[i] ?? number(0)))
          .reduce(add);
      }
    }
  };
  return d(e);
}

function ofBinary(e: BinaryExpr, d: (e: Expr) => Expr): Expr {
  const { op, left: u, right: v } = e;
  const [du, dv] = [d(u), d(v)];
  switch (op) {
    case '+':
      return add(du, dv);
    case '-':
      return subtract(du, dv);
    case '*':
      return add(multiply(du, v), multiply(u, dv));
    case '/':
      // (u/v)′ = u′/v − (u/v)·v′/v
      return subtract(divide(du, v), multiply(divide(u, v), divide(dv, v)));
    case '^': {
      if (isNumber(dv, 0)) return multiply(multiply(v, power(u, subtract(v, number(1)))), du);
      // e^v may be written with the constant, whose logarithm is 1.
      const logU = u.kind === 'number' && u.symbol === 'e' ? number(1) : call('log', u);
      if (isNumber(du, 0)) return multiply(multiply(e, logU), dv);
      return multiply(e, add(multiply(dv, logU), multiply(v, divide(du, u))));
    }
  }
}

export function gradient(e: Expr, names: readonly string[]): Expr[] {
  return names.map((name) => differentiate(e, name));
}

/** Square, row i the gradient of ∂e/∂names[i]. The two mixed derivatives are one object. */
export function hessian(e: Expr, names: readonly string[]): Expr[][] {
  const rows: Expr[][] = [];
  for (const [i, first] of gradient(e, names).entries()) {
    rows.push(names.map((name, j) => (j < i ? rows[j]?.[i] : undefined) ?? differentiate(first, name)));
  }
  return rows;
}
