import { expect, test } from 'vitest';
import { parseFormula } from '../../../src/formula/index.ts';
import { complete, completionsAt } from '../../../src/ui/formulaField/completion.ts';

const atEnd = (text: string) => completionsAt(text, text.length);

test('names that begin like the word before the caret, functions with their parenthesis', () => {
  expect(atEnd('x + si')).toEqual(['sign(', 'sin(', 'sinh(']);
  expect(atEnd('2*LO')).toEqual(['log(', 'log10(', 'log2(']);
  expect(atEnd('p')).toEqual(['pi']);
  expect(completionsAt('ex + 1', 2)).toEqual(['exp(']);
});

test('nothing behind a number, an operator or an unknown word, in the middle of a word, or over a whole name', () => {
  for (const text of ['', 'x + ', '2', 'zz', 'x', 'x*y', 'pi', '2*e']) expect(atEnd(text), text).toEqual([]);
  expect(completionsAt('sinh', 2)).toEqual([]);
});

test('the completed text has the name in the place of the word, the caret behind it, and one parenthesis', () => {
  expect(complete('x + si*2', 6, 'sin(')).toEqual({ text: 'x + sin(*2', caret: 8 });
  expect(complete('si(x)', 2, 'sin(')).toEqual({ text: 'sin(x)', caret: 4 });
  expect(complete('2*P', 3, 'pi')).toEqual({ text: '2*pi', caret: 4 });
});

test('whatever is offered is part of the whitelist', () => {
  const offered = new Set(Array.from('abcdefghijklmnopqrstuvwxyz').flatMap((letter) => atEnd(`1 + ${letter}`)));
  expect(offered.size).toBeGreaterThan(14);
  for (const name of offered) {
    const whole = name.endsWith('(') ? `${name}x${/^(min|max)/.test(name) ? ', y' : ''})` : name;
    expect(() => parseFormula(whole, ['x', 'y']), whole).not.toThrow();
  }
});
