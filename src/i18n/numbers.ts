import type { Language } from '../state/types.ts';

const MINUS = '−';
const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹';

const formats = new Map<string, Intl.NumberFormat>();

function formatOf(language: Language, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = language + JSON.stringify(options);
  let format = formats.get(key);
  if (!format) {
    format = new Intl.NumberFormat(language, options);
    formats.set(key, format);
  }
  return format;
}

const trueMinus = (shown: string) => shown.replace('-', MINUS);

function raised(exponent: number): string {
  const digits = [...String(Math.abs(exponent))].map((digit) => superscripts[Number(digit)]).join('');
  return exponent < 0 ? `⁻${digits}` : digits;
}

/**
 * `value` for reading, with at most `digits` significant digits and a true minus sign; powers of ten outside 10⁻³…10⁶.
 * Not a number and the infinities read as they are written in mathematics: `NaN`, `∞`, `−∞`.
 */
export function formatNumber(language: Language, value: number, digits = 4): string {
  if (Number.isNaN(value)) return 'NaN';
  if (!Number.isFinite(value)) return value < 0 ? `${MINUS}∞` : '∞';
  const rounded = Number(value.toPrecision(digits));
  const size = Math.abs(rounded);
  if (size !== 0 && (size < 1e-3 || size >= 1e6)) {
    const [mantissa = '', exponent = '0'] = rounded.toExponential().split('e');
    return `${trueMinus(mantissa)}×10${raised(Number(exponent))}`;
  }
  return trueMinus(formatOf(language, { maximumSignificantDigits: digits, signDisplay: 'negative' }).format(rounded));
}

/** `value` with exactly `decimals` decimals and a true minus sign (none on a zero). */
export function formatFixed(language: Language, value: number, decimals: number): string {
  if (!Number.isFinite(value)) return formatNumber(language, value);
  return trueMinus(
    formatOf(language, {
      minimumFractionDigits: decimals,
      maximumFractionDigits: decimals,
      signDisplay: 'negative',
    }).format(value),
  );
}
