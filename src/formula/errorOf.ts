import { FormulaError } from './errors.ts';
import { parseFormula } from './parse.ts';

/** The error of a text that is no formula in `variables`, or null: the parser decides, and nothing else. */
export function formulaErrorOf(formula: string, variables: readonly string[] = ['x', 'y']): FormulaError | null {
  try {
    parseFormula(formula, variables);
    return null;
  } catch (error) {
    if (error instanceof FormulaError) return error;
    throw error;
  }
}
