export { freeNames, functionNamesOf, usesOnlyExactArithmetic, type Expr } from './ast.ts';
export { differentiate, gradient, hessian } from './differentiate.ts';
export { FormulaError, type FormulaErrorCode } from './errors.ts';
export { compile, compileAssignments, createSlots, type Slots } from './evaluate.ts';
export { kernelProgram } from './kernel.ts';
export { mathTerms, toMathml } from './mathml.ts';
export { mathNumber, mathSymbol, type MathNode } from './mathPieces.ts';
export { parseFormula } from './parse.ts';
export { substitute } from './substitute.ts';
