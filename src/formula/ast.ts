/** The functions that a formula may call; their meaning stands in `functions.ts`. */
export type FunctionName =
  | 'sqrt'
  | 'abs'
  | 'sign'
  | 'exp'
  | 'log'
  | 'log2'
  | 'log10'
  | 'sin'
  | 'cos'
  | 'tan'
  | 'atan'
  | 'sinh'
  | 'cosh'
  | 'tanh'
  | 'min'
  | 'max';

export type BinaryOperator = '+' | '-' | '*' | '/' | '^';

/** A number; `symbol` says that it was written as a constant's name, which matters to typesetting only. */
export interface NumberExpr {
  readonly kind: 'number';
  readonly value: number;
  readonly symbol?: 'pi' | 'e';
}
export interface VariableExpr {
  readonly kind: 'variable';
  readonly name: string;
}
interface NegationExpr {
  readonly kind: 'negation';
  readonly arg: Expr;
}
export interface BinaryExpr {
  readonly kind: 'binary';
  readonly op: BinaryOperator;
  readonly left: Expr;
  readonly right: Expr;
}
export interface CallExpr {
  readonly kind: 'call';
  readonly fn: FunctionName;
  readonly args: readonly Expr[];
}

/**
 * A formula, immutable. Derivatives share nodes (a directed graph rather than a tree), so whoever walks one remembers
 * the nodes that it has seen.
 */
export type Expr = NumberExpr | VariableExpr | NegationExpr | BinaryExpr | CallExpr;

export function childrenOf(e: Expr): readonly Expr[] {
  switch (e.kind) {
    case 'number':
    case 'variable':
      return [];
    case 'negation':
      return [e.arg];
    case 'binary':
      return [e.left, e.right];
    case 'call':
      return e.args;
  }
}

/** Calls `visit` once for every node that `e` is made of, each before its operands. */
function visitNodes(e: Expr, visit: (node: Expr) => void): void {
  const seen = new Set<Expr>();
  const pending = [e];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (seen.has(node)) continue;
    seen.add(node);
    visit(node);
    pending.push(...childrenOf(node));
  }
}

export function freeNames(e: Expr): ReadonlySet<string> {
  const names = new Set<string>();
  visitNodes(e, (node) => {
    if (node.kind === 'variable') names.add(node.name);
  });
  return names;
}

/** The functions called, and `pow` where a power is not a small whole number: what tolerances depend on. */
export function functionNamesOf(e: Expr): ReadonlySet<string> {
  const names = new Set<string>();
  visitNodes(e, (node) => {
    if (node.kind === 'call') names.add(node.fn);
    else if (node.kind === 'binary' && node.op === '^' && smallIntegerOf(node.right) === null) {
      names.add(node.left.kind === 'number' && node.left.symbol === 'e' ? 'exp' : 'pow');
    }
  });
  return names;
}

/** Integer exponents up to this magnitude are computed as products, here and in kernels. */
const LARGEST_PRODUCT_POWER = 8;

/** The exponent n where `e` is a literal whole number with |n| ≤ 8, else null. */
export function smallIntegerOf(e: Expr): number | null {
  if (e.kind === 'negation') {
    const n = e.arg.kind === 'number' ? smallIntegerOf(e.arg) : null;
    return n === null ? null : -n;
  }
  if (e.kind !== 'number' || !Number.isInteger(e.value)) return null;
  return Math.abs(e.value) <= LARGEST_PRODUCT_POWER ? e.value : null;
}

const EXACT_FUNCTIONS: ReadonlySet<string> = new Set<FunctionName>(['sqrt', 'abs', 'sign', 'min', 'max']);

/**
 * Whether every operation is one whose float64 result is the same bits in every engine: + − × ÷ √, comparisons and
 * powers that are products. (ECMAScript leaves the last bit of sin, exp, pow … to the engine.)
 */
export function usesOnlyExactArithmetic(e: Expr): boolean {
  for (const name of functionNamesOf(e)) if (!EXACT_FUNCTIONS.has(name)) return false;
  return true;
}
