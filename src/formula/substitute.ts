import type { Expr } from './ast.ts';

/** `e` with every variable in `values` replaced by what it stands for there. */
export function substitute(e: Expr, values: ReadonlyMap<string, Expr>): Expr {
  switch (e.kind) {
    case 'number':
      return e;
    case 'variable':
      return values.get(e.name) ?? e;
    case 'negation':
      return { ...e, arg: substitute(e.arg, values) };
    case 'binary':
      return { ...e, left: substitute(e.left, values), right: substitute(e.right, values) };
    case 'call':
      return { ...e, args: e.args.map((arg) => substitute(arg, values)) };
  }
}
