import { compile, differentiate, parseFormula } from '../formula/index.ts';
import { erf, erfSlope } from '../math/erf.ts';

/** h and h′ in float64. */
export interface ScalarFunction {
  readonly value: (x: number) => number;
  readonly slope: (x: number) => number;
}

export interface SdmFunctionDef {
  /** In x, for showing; what is computed too, unless `native` is. */
  readonly formula: string;
  /** For a function that the formula layer does not know. */
  readonly native?: ScalarFunction;
  /** Where starts are drawn unless somebody says otherwise: about h⁻¹ of the values of y on which the paper trains. */
  readonly range: readonly [low: number, high: number];
  /** y unless somebody says otherwise. */
  readonly target: number;
}

/**
 * The four functions of the paper's first experiment (section 4.1, table 1). It trains on y from −1 to 1 for sin, −27 to 27 for x³, −0.99 to 0.99
 * for erf and 1 to 28 for eˣ: all four rise all over the range, as its convergence theorem asks.
 *
 * erf stays here rather than in the formula layer, where a function owes kernels, spellings and tolerances that nothing else would use.
 */
export const sdmFunctions = {
  sin: { formula: 'sin(x)', range: [-1.5, 1.5], target: 0.5 },
  cube: { formula: 'x^3', range: [-3, 3], target: 8 },
  erf: { formula: 'erf(x)', native: { value: erf, slope: erfSlope }, range: [-1.8, 1.8], target: 0.5 },
  exp: { formula: 'e^x', range: [0, 3.3], target: 5 },
} as const satisfies Readonly<Record<string, SdmFunctionDef>>;

export type SdmFunctionId = keyof typeof sdmFunctions;
export const sdmFunctionIds = Object.keys(sdmFunctions) as readonly SdmFunctionId[];

export function isSdmFunctionId(text: string): text is SdmFunctionId {
  return Object.hasOwn(sdmFunctions, text);
}

/** What `h` names: an own formula has the range and the target that suit x³ + x and its like. (No id reads as a formula.) */
export function sdmFunctionOf(h: string): SdmFunctionDef {
  return isSdmFunctionId(h) ? sdmFunctions[h] : { formula: h, range: [-1.5, 1.5], target: 0.5 };
}

/** h and its symbolic derivative, ready to compute. Throws FormulaError where `h` is no id and no formula in x. */
export function scalarFunctionOf(h: string): ScalarFunction {
  const { formula, native } = sdmFunctionOf(h);
  if (native) return native;
  const expression = parseFormula(formula, ['x']);
  const cell = new Float64Array(1);
  const [value, slope] = [expression, differentiate(expression, 'x')].map((e) => {
    const program = compile([e], ['x']);
    return (x: number) => {
      cell[0] = x;
      program(cell, cell);
      return cell[0];
    };
  });
  return { value: value!, slope: slope! };
}
