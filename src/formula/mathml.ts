import type { BinaryExpr, CallExpr, Expr, FunctionName } from './ast.ts';
import {
  ATOM,
  enclose,
  leaf,
  mathNumber,
  mathSymbol,
  operator,
  POWER,
  PRODUCT,
  row,
  SUM,
  type MathNode,
  type MathPiece,
} from './mathPieces.ts';

const INVISIBLE_TIMES = '\u2062';
const FUNCTION_APPLICATION = '\u2061';

/** MathML of a formula as it stands; `symbol` gives what stands for a name: its symbol, or the number that it is now. */
export function toMathml(e: Expr, symbol: (name: string) => MathPiece = mathSymbol): MathNode {
  return row(piece(e, symbol).nodes);
}

/**
 * The summands of a formula and their factors, each with the sign before it, and so within the parentheses of a function: a line that is
 * too long may break between them.
 */
export function mathTerms(e: Expr, symbol: (name: string) => MathPiece): readonly MathNode[] {
  const of = (u: Expr): MathPiece => piece(u, symbol);
  if (e.kind === 'call' && !BY_SHAPE.has(e.fn)) return callTerms(e, symbol);
  if (e.kind !== 'binary') return [row(of(e).nodes)];
  switch (e.op) {
    case '+':
    case '-': {
      const op: MathNode = { ...operator(sign(e.op)), infix: true };
      const isProduct = e.right.kind === 'binary' && e.right.op === '*';
      const [first, ...factors] = isProduct ? mathTerms(e.right, symbol) : [row(addend(e, of).nodes)];
      return [...mathTerms(e.left, symbol), row(first ? [op, first] : [op]), ...factors];
    }
    case '*': {
      const right = enclose(of(e.right), PRODUCT);
      const isProduct = e.left.kind === 'binary' && e.left.op === '*';
      const left = isProduct ? mathTerms(e.left, symbol) : [row(enclose(of(e.left), PRODUCT).nodes)];
      return [...left, row([{ ...times(right), infix: true }, ...right.nodes])];
    }
    default:
      return [row(of(e).nodes)];
  }
}

/** The sum of a term over all coordinates, which stands for `name`. */
export function mathSum(term: Expr, symbol: (name: string) => MathPiece, name: string): MathPiece {
  const inner = enclose(piece(term, symbol), PRODUCT);
  return { nodes: [{ ...row([operator('∑'), ...inner.nodes]), name }], level: PRODUCT };
}

/** Functions that are written without parentheses. */
const BY_SHAPE: ReadonlySet<FunctionName> = new Set(['sqrt', 'abs', 'exp']);

function callTerms({ fn, args }: CallExpr, symbol: (name: string) => MathPiece): readonly MathNode[] {
  return args.flatMap((arg, k) => {
    const terms = mathTerms(arg, symbol);
    return terms.map((term, i) => {
      const before = k === 0 && i === 0 ? opening(fn) : [];
      const after = i < terms.length - 1 ? [] : [operator(k < args.length - 1 ? ',' : ')')];
      return row([...before, term, ...after]);
    });
  });
}

const times = (right: MathPiece): MathNode => operator(right.opensWithDigit ? '·' : INVISIBLE_TIMES);
const sign = (op: '+' | '-'): string => (op === '-' ? '\u2212' : '+');

/** The right side of a sum: bare where it cannot be misread. */
function addend(e: BinaryExpr, of: (u: Expr) => MathPiece): MathPiece {
  const right = of(e.right);
  return enclose(right, e.op === '-' || right.opensWithMinus ? PRODUCT : SUM);
}

function piece(e: Expr, symbol: (name: string) => MathPiece): MathPiece {
  const of = (u: Expr): MathPiece => piece(u, symbol);
  switch (e.kind) {
    case 'number':
      return e.symbol === undefined
        ? mathNumber(String(e.value))
        : { nodes: [leaf('mi', e.symbol === 'pi' ? 'π' : 'e')], level: ATOM };
    case 'variable':
      return symbol(e.name);
    case 'negation':
      return { nodes: [operator('−'), ...enclose(of(e.arg), PRODUCT).nodes], level: SUM, opensWithMinus: true };
    case 'binary':
      return binary(e, of);
    case 'call':
      return called(e, of);
  }
}

function binary(e: BinaryExpr, of: (u: Expr) => MathPiece): MathPiece {
  switch (e.op) {
    case '+':
    case '-': {
      const left = of(e.left);
      return { ...left, nodes: [...left.nodes, operator(sign(e.op)), ...addend(e, of).nodes], level: SUM };
    }
    case '*': {
      const left = enclose(of(e.left), PRODUCT);
      const right = enclose(of(e.right), PRODUCT);
      return { ...left, nodes: [...left.nodes, times(right), ...right.nodes], level: PRODUCT };
    }
    case '/': {
      const [above, below] = [of(e.left), of(e.right)];
      // 2·½, not 2½.
      const opensWithDigit = above.opensWithDigit === true;
      return {
        nodes: [{ tag: 'mfrac', children: [row(above.nodes), row(below.nodes)] }],
        level: PRODUCT,
        opensWithDigit,
      };
    }
    case '^': {
      const base = enclose(of(e.left), ATOM);
      return {
        nodes: [raise(row(base.nodes), row(of(e.right).nodes))],
        level: POWER,
        opensWithDigit: base.opensWithDigit === true,
      };
    }
  }
}

/** A subscript and an exponent stand one over the other. */
function raise(base: MathNode, exponent: MathNode): MathNode {
  return base.tag === 'msub'
    ? { ...base, tag: 'msubsup', children: [...base.children, exponent] }
    : { tag: 'msup', children: [base, exponent] };
}

const SPELT: Readonly<Partial<Record<FunctionName, string>>> = { log: 'ln', atan: 'arctan' };

function called({ fn, args }: CallExpr, of: (u: Expr) => MathPiece): MathPiece {
  const inner = args.map((arg) => of(arg).nodes);
  const first = inner[0] ?? [];
  switch (fn) {
    case 'sqrt':
      return { nodes: [{ tag: 'msqrt', children: [row(first)] }], level: ATOM };
    case 'abs':
      return { nodes: [row([operator('|'), ...first, operator('|')])], level: ATOM };
    case 'exp':
      return { nodes: [{ tag: 'msup', children: [leaf('mi', 'e'), row(first)] }], level: POWER };
    default: {
      const list = inner.flatMap((nodes, i) => (i === 0 ? nodes : [operator(','), ...nodes]));
      return { nodes: [...opening(fn), ...list, operator(')')], level: ATOM };
    }
  }
}

/** A function's name and the parenthesis behind it. */
function opening(fn: FunctionName): readonly MathNode[] {
  const [, stem = fn, base = ''] = /^(log)(2|10)$/.exec(fn) ?? [];
  const name = leaf('mi', SPELT[fn] ?? stem);
  const head: MathNode = base === '' ? name : { tag: 'msub', children: [name, leaf('mn', base)] };
  return [head, operator(FUNCTION_APPLICATION), operator('(')];
}
