import { smallIntegerOf, type Expr, type FunctionName } from './ast.ts';

export type Operation = 'add' | 'subtract' | 'multiply' | 'divide' | 'negate' | 'power' | FunctionName;

/** One value of a straight-line program; `args` are indices of earlier nodes. */
export type GraphNode =
  | { readonly kind: 'constant'; readonly value: number }
  | { readonly kind: 'read'; readonly name: string }
  | { readonly kind: 'operation'; readonly op: Operation; readonly args: readonly number[] };

export interface Graph {
  /** In an order in which they can be computed. */
  readonly nodes: readonly GraphNode[];
  /** The index of the node that computes `e`. */
  valueOf(e: Expr): number;
  /** From here on, `name` reads the value `id`. */
  assign(name: string, id: number): void;
}

const BINARY = { '+': 'add', '-': 'subtract', '*': 'multiply', '/': 'divide' } as const;

/**
 * Value numbering: equal operations on equal values are one node, so nothing is computed twice. Every node is the same
 * IEEE operation that the expression asks for (a·b and b·a, which are equal bits, count as one): sharing changes no result.
 *
 * Small integer powers become products by one scheme, for float64 and kernels alike: x² = x·x, x³ = x²·x, x⁴ = x²·x²,
 * x⁵ = x⁴·x, x⁶ = x⁴·x², x⁷ = x⁶·x, x⁸ = x⁴·x⁴, x⁻ⁿ = 1/xⁿ. And e^x, written with the constant, is exp(x).
 */
export function createGraph(): Graph {
  const nodes: GraphNode[] = [];
  const byKey = new Map<string, number>();
  const byExpr = new Map<Expr, number>();
  const assigned = new Map<string, number>();

  const intern = (key: string, node: GraphNode): number => {
    let id = byKey.get(key);
    if (id === undefined) {
      id = nodes.push(node) - 1;
      byKey.set(key, id);
    }
    return id;
  };
  const constant = (value: number): number =>
    intern(`#${Object.is(value, -0) ? '-0' : value}`, { kind: 'constant', value });
  const operation = (op: Operation, ...args: readonly number[]): number => {
    const commutes = op === 'add' || op === 'multiply';
    const key = commutes ? [...args].sort((a, b) => a - b) : args;
    return intern(`${op} ${key.join(' ')}`, { kind: 'operation', op, args });
  };

  const positivePower = (base: number, n: number): number => {
    if (n === 1) return base;
    const even = n % 2 === 0;
    if (!even) return operation('multiply', positivePower(base, n - 1), base);
    if (n === 6) return operation('multiply', positivePower(base, 4), positivePower(base, 2));
    const root = positivePower(base, n / 2);
    return operation('multiply', root, root);
  };
  const power = (base: Expr, exponent: Expr): number => {
    const n = smallIntegerOf(exponent);
    if (n === null) {
      const isE = base.kind === 'number' && base.symbol === 'e';
      return isE ? operation('exp', valueOf(exponent)) : operation('power', valueOf(base), valueOf(exponent));
    }
    if (n === 0) return constant(1);
    const product = positivePower(valueOf(base), Math.abs(n));
    return n > 0 ? product : operation('divide', constant(1), product);
  };

  const compute = (e: Expr): number => {
    switch (e.kind) {
      case 'number':
        return constant(e.value);
      case 'variable':
        return assigned.get(e.name) ?? intern(`=${e.name}`, { kind: 'read', name: e.name });
      case 'negation':
        return operation('negate', valueOf(e.arg));
      case 'binary':
        if (e.op === '^') return power(e.left, e.right);
        return operation(BINARY[e.op], valueOf(e.left), valueOf(e.right));
      case 'call':
        return operation(e.fn, ...e.args.map(valueOf));
    }
  };
  const valueOf = (e: Expr): number => {
    let id = byExpr.get(e);
    if (id === undefined) {
      id = compute(e);
      byExpr.set(e, id);
    }
    return id;
  };

  return {
    nodes,
    valueOf,
    assign(name, id) {
      assigned.set(name, id);
      byExpr.clear(); // what was numbered under the old value of the name
    },
  };
}

/** Marks the nodes that the outputs need and counts how often each is used (an output counts as a use). */
export function countUses(nodes: readonly GraphNode[], outputs: readonly number[]): readonly number[] {
  const uses = nodes.map(() => 0);
  for (const id of outputs) uses[id] = (uses[id] ?? 0) + 1;
  for (let id = nodes.length - 1; id >= 0; id--) {
    const node = nodes[id];
    if (node?.kind !== 'operation' || uses[id] === 0) continue;
    for (const arg of node.args) uses[arg] = (uses[arg] ?? 0) + 1;
  }
  return uses;
}
