/** A MathML element as data (tags of MathML Core); whoever draws makes elements of it. */
export interface MathNode {
  readonly tag:
    'mrow' | 'mi' | 'mn' | 'mo' | 'mfrac' | 'msqrt' | 'msub' | 'msup' | 'msubsup' | 'mtable' | 'mtr' | 'mtd';
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

/** A token. */
export const leaf = (tag: 'mi' | 'mn' | 'mo', text: string): MathNode => ({ tag, children: [text] });
/** Nodes as one. */
export const row = (nodes: readonly MathNode[]): MathNode =>
  nodes.length === 1 && nodes[0] ? nodes[0] : { tag: 'mrow', children: nodes };
export const operator = (text: string): MathNode => leaf('mo', text);

export function enclose(inner: MathPiece, level: number): MathPiece {
  return inner.level >= level ? inner : { nodes: [operator('('), ...inner.nodes, operator(')')], level: ATOM };
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
