import type { Language } from '../state/common.ts';

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

/**
 * Numbers that stand one below the other, all in one form: with so many decimals that the smallest has `digits` significant
 * digits, or, where that would be more than MOST_DECIMALS or one is as large as 10⁶, all as powers of ten.
 */
export function formatColumn(language: Language, values: readonly number[], digits = 3): readonly string[] {
  const sizes = values.filter((value) => Number.isFinite(value) && value !== 0).map(Math.abs);
  const decimals = Math.max(0, digits - 1 - Math.floor(Math.log10(Math.min(...sizes, 10 ** (digits - 1)))));
  if (decimals <= MOST_DECIMALS && Math.max(...sizes, 0) < 1e6) {
    return values.map((value) => formatFixed(language, value, decimals));
  }
  return values.map((value) => {
    if (!Number.isFinite(value) || value === 0) return formatNumber(language, value);
    const [mantissa = '', exponent = '0'] = value.toExponential(digits - 1).split('e');
    return `${trueMinus(mantissa)}×10${raised(Number(exponent))}`;
  });
}

const MOST_DECIMALS = 6;
