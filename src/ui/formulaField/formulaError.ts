import { FormulaError, parseFormula } from '../../formula/index.ts';

/** The error of a text that is no formula in x and y, or null: the lab's own parser decides, and nothing else. */
export function formulaErrorOf(formula: string): FormulaError | null {
  try {
    parseFormula(formula, ['x', 'y']);
    return null;
  } catch (error) {
    if (error instanceof FormulaError) return error;
    throw error;
  }
}
