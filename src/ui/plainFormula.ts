import type { ParamValues } from '../params/spec.ts';

const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/**
 * A formula as one writes it in a line of text: `x^2/anisotropy + y^2` at anisotropy 20 → `x²/20 + y²`.
 * For reading only; nothing parses it back.
 */
export function plainFormula(formula: string, params: ParamValues = {}): string {
  const named = formula.replace(/[A-Za-z_]\w*/g, (name) =>
    Object.hasOwn(params, name) ? String(Number((params[name] as number).toPrecision(4))) : name,
  );
  return named
    .replace(/\bpi\b/g, 'π')
    .replace(/\^(\d+)/g, (_, digits: string) => [...digits].map((digit) => superscripts[Number(digit)]).join(''))
    .replace(/(\d|\))\s*\*\s*(?=[A-Za-zπ(])/g, '$1')
    .replace(/\s*\*\s*/g, '·')
    .replace(/-/g, '−');
}
