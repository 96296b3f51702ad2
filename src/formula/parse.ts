import type { Expr } from './ast.ts';
import { check } from './check.ts';
import { FormulaError } from './errors.ts';
import { tokenise } from './tokens.ts';
import { treeOf } from './tree.ts';

const MAX_LENGTH = 500;
const MAX_NODES = 400;

/**
 * Reads a formula over `names`, as written: nothing is simplified, and powers associate to the right (−x² is −(x²)).
 * `2x`, `2(x+1)` and `x y` are products; a variable called like a constant wins over it.
 *
 * @throws {FormulaError} and nothing else, for any text.
 */
export function parseFormula(text: string, names: readonly string[]): Expr {
  if (text.length > MAX_LENGTH) {
    throw new FormulaError('too-long', MAX_LENGTH, { length: text.length, limit: MAX_LENGTH });
  }
  const words = check(tokenise(text), names, text.length);
  const beyond = words.filter((word) => word.text !== '(' && word.text !== ')')[MAX_NODES];
  if (beyond) throw new FormulaError('too-large', beyond.at, { limit: MAX_NODES });
  return treeOf(words);
}
