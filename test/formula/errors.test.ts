import { expect, test } from 'vitest';
import { FormulaError, parseFormula, type FormulaErrorCode } from '../../src/formula/index.ts';
import { sentenceOf } from '../../src/formula/sentence.ts';

function errorOf(text: string, names: readonly string[] = ['x', 'y', 'beta1', 'weight_decay']): FormulaError {
  try {
    parseFormula(text, names);
  } catch (error) {
    if (error instanceof FormulaError) return error;
    throw error;
  }
  throw new Error(`"${text}" was accepted`);
}

test.each<readonly [text: string, code: FormulaErrorCode, position: number]>([
  ['', 'empty', 0],
  ['  \t\n', 'empty', 0],
  ['x + foo', 'unknown-name', 4],
  ['x + foo(y)', 'unknown-function', 4],
  ['x(y + 1)', 'not-a-function', 0],
  ['pi(x)', 'not-a-function', 0],
  ['1 + sin x', 'function-needs-parentheses', 4],
  ['sin^2(x)', 'function-needs-parentheses', 0],
  ['1 + max(x)', 'argument-count', 4],
  ['sin(x, y)', 'argument-count', 0],
  ['max(x, y, x)', 'argument-count', 0],
  ['x + ', 'missing-value', 4],
  ['x + * y', 'missing-value', 4],
  ['(x + )', 'missing-value', 5],
  ['max(x, )', 'missing-value', 7],
  ['* x', 'missing-first-value', 0],
  ['x 2', 'missing-operator', 2],
  ['sin()', 'empty-parentheses', 4],
  ['2*(x + 1', 'unclosed-parenthesis', 2],
  ['x + 1)', 'unopened-parenthesis', 5],
  ['1,5*x', 'misplaced-comma', 1],
  ['(x, y)', 'misplaced-comma', 2],
  ['x*1.2.3', 'malformed-number', 2],
  ['x + 1e999', 'number-out-of-range', 4],
  ['x/2y', 'ambiguous-product', 2],
  ['1 + x/(y)(x+1)', 'ambiguous-product', 7],
  ['x²^3', 'ambiguous-power', 2],
  ['x = 3', 'forbidden', 2],
  ['f(x) = x', 'forbidden', 5],
  ['x < y', 'forbidden', 2],
  ['x ? y : 1', 'forbidden', 2],
  ['[1, 2]', 'forbidden', 0],
  ['{a: 1}', 'forbidden', 0],
  ['x + "a"', 'forbidden', 4],
  ["x'", 'forbidden', 1],
  ['x; y', 'forbidden', 1],
  ['1:3', 'forbidden', 1],
  ['5!', 'forbidden', 1],
  ['x.constructor', 'forbidden', 1],
  ['|x|', 'forbidden', 0],
  ['x + ½', 'unexpected-character', 4],
  ['x + 😀', 'unexpected-character', 4],
  ['😀', 'unexpected-character', 0],
  ['__proto__', 'unknown-name', 0],
  ['constructor', 'unknown-name', 0],
  ['toString()', 'unknown-function', 0],
  ['hasOwnProperty(x)', 'unknown-function', 0],
  ['import(x)', 'unknown-function', 0],
  ['eval(x)', 'unknown-function', 0],
  ['true', 'unknown-name', 0],
  ['x mod y', 'unknown-name', 2],
  ['0x1F', 'unknown-name', 1],
  // Positions count what was typed, also behind full-width letters and superscripts.
  ['ｘ＾２ ＋ ｆｏｏ', 'unknown-name', 6],
  ['x²³ + foo', 'unknown-name', 6],
  ['𝑥 + foo', 'unknown-name', 5],
])('%j: %s at %i', (text, code, position) => {
  const error = errorOf(text);
  expect({ code: error.code, position: error.position }).toEqual({ code, position });
  // What, where (counted from 1), remedy, in one sentence.
  expect(sentenceOf(error)).toMatch(new RegExp(`^.+ \\(position ${position + 1}\\): .+[.?]$`, 's'));
});

test.each([
  ['xy', 'x*y'],
  ['x2', 'x*2'],
  ['X', 'x'],
  ['beta', 'beta1'],
  ['weightdecay', 'weight_decay'],
  ['ln(x)', 'log'],
  ['arctan(x)', 'atan'],
  ['Sin(x)', 'sin'],
  ['sqr(x)', 'sqrt'],
  ['coss(x)', 'cos'],
])('%s: suggests %s', (text, suggestion) => {
  const error = errorOf(text);
  expect(error.detail['suggestion']).toBe(suggestion);
  expect(sentenceOf(error)).toContain(`did you mean ${suggestion}?`);
});

test('without a near name, the known ones are listed', () => {
  expect(sentenceOf(errorOf('foo'))).toBe(
    'The name "foo" is unknown (position 1): known names: x, y, beta1, weight_decay, pi, e.',
  );
});

test('length, nesting and size are bounded, at the bound inclusively', () => {
  expect(() => parseFormula('x'.padEnd(500), ['x'])).not.toThrow();
  expect(errorOf('x'.padEnd(501)).code).toBe('too-long');
  expect(() => parseFormula('('.repeat(40) + 'x' + ')'.repeat(40), ['x'])).not.toThrow();
  expect(errorOf('('.repeat(41) + 'x' + ')'.repeat(41))).toMatchObject({ code: 'too-nested', position: 40 });
  expect(() => parseFormula('x' + '+x'.repeat(199), ['x'])).not.toThrow();
  expect(errorOf('x' + '+x'.repeat(200))).toMatchObject({ code: 'too-large', position: 400 });
  expect(errorOf('-'.repeat(499) + 'x').code).toBe('too-large');
});
