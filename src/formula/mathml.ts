import type { BinaryExpr, CallExpr, Expr, FunctionName } from './ast.ts';

/** A MathML element as data (tags of MathML Core); whoever draws makes elements of it. */
export interface MathNode {
  readonly tag: 'mrow' | 'mi' | 'mn' | 'mo' | 'mfrac' | 'msqrt' | 'msub' | 'msup' | 'msubsup';
  readonly children: readonly (MathNode | string)[];
  /** The formula's name that this stands for. */
  readonly name?: string;
  /** An operator between two operands, though it stands first in its row. */
  readonly infix?: true;
}

/** How strongly a piece binds; `opensWithDigit`: a factor before it needs a dot; `opensWithMinus`: a sum before it needs parentheses. */
export interface MathPiece {
  readonly nodes: readonly MathNode[];
  readonly level: 1 | 2 | 3 | 4;
  readonly opensWithDigit?: boolean;
  readonly opensWithMinus?: boolean;
}

export const SUM = 1;
export const PRODUCT = 2;
export const POWER = 3;
export const ATOM = 4;

const leaf = (tag: 'mi' | 'mn' | 'mo', text: string): MathNode => ({ tag, children: [text] });
const row = (nodes: readonly MathNode[]): MathNode =>
  nodes.length === 1 && nodes[0] ? nodes[0] : { tag: 'mrow', children: nodes };
const operator = (text: string): MathNode => leaf('mo', text);
const INVISIBLE_TIMES = '\u2062';
const FUNCTION_APPLICATION = '\u2061';

/** MathML of a formula as it stands; `symbol` gives what stands for a name: its symbol, or the number that it is now. */
export function toMathml(e: Expr, symbol: (name: string) => MathPiece = mathSymbol): MathNode {
  return row(piece(e, symbol).nodes);
}

/** The summands of a formula, each with the sign before it: a line that is too long may break between them. */
export function mathTerms(e: Expr, symbol: (name: string) => MathPiece): readonly MathNode[] {
  if (e.kind !== 'binary' || (e.op !== '+' && e.op !== '-')) return [toMathml(e, symbol)];
  return [
    ...mathTerms(e.left, symbol),
    row([{ ...operator(sign(e.op)), infix: true }, ...addend(e, (u) => piece(u, symbol)).nodes]),
  ];
}

const sign = (op: '+' | '-'): string => (op === '-' ? '\u2212' : '+');

function enclose(inner: MathPiece, level: number): MathPiece {
  return inner.level >= level ? inner : { nodes: [operator('('), ...inner.nodes, operator(')')], level: ATOM };
}

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
      const times = operator(right.opensWithDigit ? '·' : INVISIBLE_TIMES);
      return { ...left, nodes: [...left.nodes, times, ...right.nodes], level: PRODUCT };
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
      const [, stem = fn, base = ''] = /^(log)(2|10)$/.exec(fn) ?? [];
      const name = leaf('mi', SPELT[fn] ?? stem);
      const head: MathNode = base === '' ? name : { tag: 'msub', children: [name, leaf('mn', base)] };
      const list = inner.flatMap((nodes, i) => (i === 0 ? nodes : [operator(','), ...nodes]));
      return { nodes: [head, operator(FUNCTION_APPLICATION), operator('('), ...list, operator(')')], level: ATOM };
    }
  }
}

/**
 * A number from its text: JavaScript's (`1e-7`) or one for reading (`−3.2×10⁻⁷`). `name`: what it is the value of.
 */
export function mathNumber(text: string, name?: string): MathPiece {
  const [, minus = '', mantissa = text, exponent] = NUMBER.exec(text) ?? [];
  const named = name === undefined ? {} : { name };
  const digits: MathNode[] = [];
  if (exponent === undefined || mantissa !== '1') digits.push(leaf('mn', mantissa));
  if (exponent !== undefined) {
    if (mantissa !== '1') digits.push(operator('·'));
    digits.push({ tag: 'msup', children: [leaf('mn', '10'), raised(exponent)] });
  }
  const level = minus !== '' ? SUM : exponent === undefined ? ATOM : mantissa === '1' ? POWER : PRODUCT;
  const nodes = minus === '' ? digits : [operator('−'), ...digits];
  return {
    nodes: [{ ...row(nodes), ...named }],
    level,
    opensWithDigit: minus === '',
    opensWithMinus: minus !== '',
  };
}

const NUMBER = /^([-−]?)([\d.,]+|∞|NaN|Infinity)(?:(?:e|×10)([-+⁻⁰¹²³⁴⁵⁶⁷⁸⁹\d]+))?$/u;
const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const SUBSCRIPTS = '₀₁₂₃₄₅₆₇₈₉';

function raised(exponent: string): MathNode {
  const plain = [...exponent].map((c) => (SUPERSCRIPTS.includes(c) ? String(SUPERSCRIPTS.indexOf(c)) : c)).join('');
  const digits = leaf('mn', plain.replace(/[-+⁻]/u, ''));
  return /^[-⁻]/u.test(plain) ? { tag: 'mrow', children: [operator('−'), digits] } : digits;
}

/** A name as a symbol. `shown` is how it is written: a subscript stands behind `_` or in subscript digits (`η_t`, `β₁`). */
export function mathSymbol(name: string, shown: string = name): MathPiece {
  const [, stem = shown, word, digits] = /^([^_]+?)(?:_(.+)|([₀-₉]+))?$/u.exec(shown) ?? [];
  const below = word ?? (digits && [...digits].map((c) => SUBSCRIPTS.indexOf(c)).join(''));
  const letter = leaf('mi', stem);
  if (below === undefined) return { nodes: [{ ...letter, name }], level: ATOM };
  const sub = leaf(/^\d+$/.test(below) ? 'mn' : 'mi', below);
  return { nodes: [{ tag: 'msub', children: [letter, sub], name }], level: ATOM };
}
