import { expect, test } from 'vitest';
import { compile, parseFormula, type Expr } from '../../src/formula/index.ts';

const names = ['x', 'y', 'beta1', 't'];
const point = { x: 3, y: -2, beta1: 0.5, t: 4 };

function value(text: string): number {
  const out = new Float64Array(1);
  compile([parseFormula(text, names)], names)(Float64Array.of(point.x, point.y, point.beta1, point.t), out);
  return out[0] ?? NaN;
}

test.each([
  ['-x^2', -9],
  ['2^3^2', 512],
  ['(2^3)^2', 64],
  ['2^-x', 0.125],
  ['-2^2', -4],
  ['1 - 2 - 3', -4],
  ['24/4/2', 3],
  ['2*x + y', 4],
  ['2 + x*y', -4],
  ['x*-y', 6],
  ['x - -y', 1],
  ['+x', 3],
  ['1 - beta1^t', 0.9375],
  ['max(x, y)', 3],
  ['min(x, y)*2', -4],
  ['.5x', 1.5],
  ['1.e1', 10],
  ['2e-1', 0.2],
  ['1E2', 100],
])('reads %s by the usual precedence', (text, expected) => {
  expect(value(text)).toBe(expected);
});

test.each([
  ['2x', 6],
  ['2(x+1)', 8],
  ['x y', -6],
  ['(x+1)(y-1)', -12],
  ['2x^2', 18],
  ['1/2x', 1.5],
  ['2 abs(y)', 4],
  ['2pi', 2 * Math.PI],
  ['2e', 2 * Math.E],
  ['2e+x', 2 * Math.E + 3],
])('reads %s as a product', (text, expected) => {
  expect(value(text)).toBe(expected);
});

test.each([
  ['ｘ＾２＋ｙ', 'x^2+y'],
  ['（ｘ−１）×２', '(x-1)*2'],
  ['ｘ　ー　ｙ', 'x - y'],
  ['x·y÷2', 'x*y/2'],
  ['ｍａｘ（ｘ、ｙ）', 'max(x,y)'],
  ['１．５ｘ', '1.5x'],
  ['x² + y³', 'x^2 + y^3'],
  ['x⁻²', 'x^(-2)'],
  ['x¹⁰', 'x^10'],
  ['√(x)', 'sqrt(x)'],
  ['πx', 'pi*x'],
  ['x**2', 'x^2'],
  ['𝑥 + 𝑦', 'x + y'],
])('takes %s, as an input method or a text editor writes it', (text, plain) => {
  // `x⁺²` and `x^(+2)` are `x^2`: the sign of the superscript leaves no trace in the tree.
  expect(parseFormula(text, names)).toEqual(parseFormula(plain, names));
});

test('gives the tree as written, simplifying nothing', () => {
  const x: Expr = { kind: 'variable', name: 'x' };
  const zero: Expr = { kind: 'number', value: 0 };
  expect(parseFormula('0*x + 0', ['x'])).toEqual({
    kind: 'binary',
    op: '+',
    left: { kind: 'binary', op: '*', left: zero, right: x },
    right: zero,
  });
});

test('a variable called like a constant or a function wins where it is not called', () => {
  expect(parseFormula('e + max', ['e', 'max'])).toEqual({
    kind: 'binary',
    op: '+',
    left: { kind: 'variable', name: 'e' },
    right: { kind: 'variable', name: 'max' },
  });
});

test("names that mean something to the parser's library mean nothing here", () => {
  for (const name of ['in', 'mod', 'to', 'and', 'not', 'true', 'end', 'constructor', '__proto__', 'toString', 'i']) {
    expect(parseFormula(`2*${name}`, [name])).toMatchObject({ op: '*', right: { kind: 'variable', name } });
  }
});
