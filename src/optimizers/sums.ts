import { FormulaError, parseFormula, substitute, type Expr } from '../formula/index.ts';

/** `sum(…)` in a rule: over the coordinates of a point. In the expression that holds it, it is a variable of this name. */
export interface Sum {
  /** As no formula can write it: `Σ1`, `Σ2`, … */
  readonly name: string;
  readonly term: Expr;
}

export interface Summed {
  readonly expression: Expr;
  readonly sums: readonly Sum[];
}

/** Names that are no longer than the shortest sum: `sum(x)`. */
const STANDS = Array.from('abcdefghijklmnopqrstuvwxyz', (letter) => `sum${letter}`);

/** The place of the parenthesis that closes the one at `open`. Throws FormulaError where there is none. */
export function closing(text: string, open: number): number {
  let depth = 0;
  for (let i = open; i < text.length; i++) {
    if (text[i] === '(') depth++;
    else if (text[i] === ')' && --depth === 0) return i;
  }
  throw new FormulaError('unclosed-parenthesis', open);
}

/** The sums in a line that stand within no other: where they begin, and their parentheses. */
export function sumsIn(
  text: string,
): readonly { readonly from: number; readonly open: number; readonly close: number }[] {
  const found: { from: number; open: number; close: number }[] = [];
  for (const { index: from } of text.matchAll(/\bsum(?=\s*\()/g)) {
    if (from < (found.at(-1)?.close ?? 0)) continue;
    const open = text.indexOf('(', from);
    found.push({ from, open, close: closing(text, open) });
  }
  return found;
}

/** `read` of what stands from `at` on in a longer text, so that its errors name their places there. */
function within<T>(at: number, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof FormulaError) throw new FormulaError(error.code, error.position + at, error.detail);
    throw error;
  }
}

/**
 * A line with sums: outside of them it sees `names`, inside `names` and `each`. `known`: how many sums the rule has above it.
 *
 * @throws {FormulaError} with the place in `text`; a sum within a sum is an unknown function.
 */
export function parseSummed(text: string, names: readonly string[], each: readonly string[], known: number): Summed {
  const sums: (Sum & { readonly stand: string })[] = [];
  let outer = text;
  for (const { from, open, close } of sumsIn(text)) {
    const term = within(open + 1, () => parseFormula(text.slice(open + 1, close), [...names, ...each]));
    const stand = STANDS.find((one) => !names.includes(one) && sums.every((other) => other.stand !== one));
    if (stand === undefined) throw new FormulaError('too-large', from, { limit: STANDS.length });
    sums.push({ name: `Σ${known + sums.length + 1}`, term, stand });
    // As long as what it stands for, so that all behind it keeps its place.
    outer = outer.slice(0, from) + stand.padEnd(close + 1 - from) + outer.slice(close + 1);
  }
  const read = parseFormula(outer, [...names, ...sums.map(({ stand }) => stand)]);
  const values = new Map(sums.map(({ stand, name }): [string, Expr] => [stand, { kind: 'variable', name }]));
  return { expression: substitute(read, values), sums: sums.map(({ name, term }) => ({ name, term })) };
}
