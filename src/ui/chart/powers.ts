const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** A decade as an axis writes it: `10⁻³`, `1`, `10`. */
export function powerOfTen(exponent: number): string {
  if (exponent === 0) return '1';
  if (exponent === 1) return '10';
  const digits = [...String(Math.abs(exponent))].map((digit) => superscripts[Number(digit)]).join('');
  return `10${exponent < 0 ? '⁻' : ''}${digits}`;
}
