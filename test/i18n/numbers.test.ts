import { expect, test } from 'vitest';
import { formatColumn, formatFixed, formatNumber } from '../../src/i18n/index.ts';

test('numbers keep four significant digits and a true minus sign', () => {
  expect(formatNumber('en', 0.0143216)).toBe('0.01432');
  expect(formatNumber('en', -7)).toBe('−7');
  expect(formatNumber('ja', -0.372912, 2)).toBe('−0.37');
  expect(formatNumber('en', 4096)).toBe('4,096');
  expect(formatNumber('en', 0)).toBe('0');
  expect(formatNumber('en', -0)).toBe('0');
});

test('very small and very large numbers read as powers of ten', () => {
  expect(formatNumber('en', 3.2e-6)).toBe('3.2×10⁻⁶');
  expect(formatNumber('en', -1.5e30, 2)).toBe('−1.5×10³⁰');
  expect(formatNumber('en', 999_999)).toBe('1×10⁶');
  expect(formatNumber('en', 0.001)).toBe('0.001');
});

test('what is not a number or not finite is said so', () => {
  expect(formatNumber('en', Number.NaN)).toBe('NaN');
  expect(formatNumber('ja', -Infinity)).toBe('−∞');
  expect(formatFixed('en', Infinity, 1)).toBe('∞');
});

test('fixed decimals, and no minus on what rounds to zero', () => {
  expect(formatFixed('en', 64.55, 1)).toBe('64.6');
  expect(formatFixed('en', -0.01, 1)).toBe('0.0');
  expect(formatFixed('ja', -12.345, 2)).toBe('−12.35');
});

test('a column has one form: decimals for the smallest, else powers of ten for all', () => {
  expect(formatColumn('en', [0.01333, 0.04794, 7.219e-4, 0.1022])).toEqual([
    '0.013330',
    '0.047940',
    '0.000722',
    '0.102200',
  ]);
  expect(formatColumn('en', [6.45, 6.45])).toEqual(['6.45', '6.45']);
  expect(formatColumn('en', [-12.3, 0, 1234])).toEqual(['−12.3', '0.0', '1,234.0']);
  expect(formatColumn('en', [0.5, 2e-9, 0, NaN])).toEqual(['5.00×10⁻¹', '2.00×10⁻⁹', '0', 'NaN']);
  expect(formatColumn('ja', [3e8, 1])).toEqual(['3.00×10⁸', '1.00×10⁰']);
  expect(formatColumn('en', [])).toEqual([]);
});
