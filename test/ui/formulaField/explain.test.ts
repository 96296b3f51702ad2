import { expect, test } from 'vitest';
import type { FormulaErrorCode } from '../../../src/formula/index.ts';
import { formulaErrorOf } from '../../../src/formula/index.ts';
import { explain, marked } from '../../../src/ui/formulaField/explain.ts';

/** A text for every error that typing can bring about, with the place that is to be marked in it. */
const wrong: readonly (readonly [code: FormulaErrorCode, text: string, place: string])[] = [
  ['empty', '', ''],
  ['too-long', 'x+'.repeat(300), 'x'],
  ['too-nested', `${'('.repeat(41)}x${')'.repeat(41)}`, '('],
  ['too-large', Array<string>(240).fill('x').join('+'), 'x'],
  ['unexpected-character', 'x + ½', '½'],
  ['forbidden', 'x = 3', '='],
  ['unknown-name', 'x + foo', 'foo'],
  ['unknown-function', 'sin(x)*coz(y)', 'coz'],
  ['not-a-function', 'x(y + 1)', 'x'],
  ['function-needs-parentheses', '1 + sin x', 'sin'],
  ['argument-count', '1 + max(x)', 'max'],
  ['missing-value', 'x + ', ''],
  ['missing-first-value', '* x', '*'],
  ['missing-operator', 'x 2.5', '2.5'],
  ['empty-parentheses', 'sin()', ')'],
  ['unclosed-parenthesis', '2*(x + 1', '('],
  ['unopened-parenthesis', 'x + 1)', ')'],
  ['misplaced-comma', '1,5*x', ','],
  ['malformed-number', 'x*1.2.3', '1.2.3'],
  ['number-out-of-range', 'x + 1e999', '1e999'],
  ['ambiguous-product', 'x/2y', '2'],
  ['ambiguous-power', 'x²^3', '^'],
];

test.each(wrong)('%s: said in both languages, marked at its place', (code, text, place) => {
  const error = formulaErrorOf(text);
  if (error === null) throw new Error(`"${text}" was accepted`);
  expect(error.code).toBe(code);
  const said = (['ja', 'en'] as const).map((language) => explain(language, error));
  expect(said[0]).toMatch(/[\p{Script=Hiragana}\p{Script=Han}]/u);
  // Every fact is filled in.
  for (const sentence of said) expect(sentence).not.toMatch(/\{\w+\}|undefined/);
  const [before, bad, after] = marked(text, error.position);
  expect(before + bad + after).toBe(text);
  expect(bad).toBe(place);
});

test.each([
  ['x = 3', 'right-hand side'],
  ['x < y', 'max, min or sign'],
  ['|x|', 'abs(x)'],
  ['[x]', 'round parentheses'],
  ['5%', 'decimal'],
  ['x.y', 'part of a number'],
  ['coz(x)', 'Did you mean cos?'],
  ['foo', 'You can use x, y, pi, e.'],
])('%s: the advice names what to write (%s)', (text, advice) => {
  const error = formulaErrorOf(text);
  expect(error && explain('en', error)).toContain(advice);
});

test('the example for an empty field is in the variables that there are', () => {
  const said = (names?: readonly string[]) => explain('en', formulaErrorOf('', names)!);
  expect([said(), said(['x'])].map((text) => /example (.*)\.$/.exec(text)![1])).toEqual(['x^2 + y^2', 'x^2']);
});

test('a surrogate pair is marked whole', () => {
  expect(marked('x + 😀 + 1', 4)).toEqual(['x + ', '😀', ' + 1']);
});
