import { FormulaError, parseFormula } from '../../formula/index.ts';

/** The error of a text that is no formula in x and y, or null: the lab's own parser decides, and nothing else. */
export function formulaErrorOf(formula: string, variables: readonly string[] = ['x', 'y']): FormulaError | null {
  try {
    parseFormula(formula, variables);
    return null;
  } catch (error) {
    if (error instanceof FormulaError) return error;
    throw error;
  }
}
