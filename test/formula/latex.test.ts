import { expect, test } from 'vitest';
import { parseFormula, toLatex } from '../../src/formula/index.ts';

const names = ['x', 'y', 'm', 'v', 'c1', 'beta1', 'lr', 'eps', 'weight_decay'];

test.each([
  ['x^2/20 + y^2', '\\frac{{x}^{2}}{20} + {y}^{2}'],
  ['(1-x)^2 + 100*(y-x^2)^2', '{\\left(1 - x\\right)}^{2} + 100\\,{\\left(y - {x}^{2}\\right)}^{2}'],
  ['-x^2', '-{x}^{2}'],
  ['(-x)^2', '{\\left(-x\\right)}^{2}'],
  ['2*3', '2 \\cdot 3'],
  ['2*3^x', '2 \\cdot {3}^{x}'],
  ['2*(1/2)', '2 \\cdot \\frac{1}{2}'],
  ['2*(x/2)', '2\\,\\frac{x}{2}'],
  ['x*2', 'x \\cdot 2'],
  ['x - (y - m)', 'x - \\left(y - m\\right)'],
  ['x - (y + m)', 'x - \\left(y + m\\right)'],
  ['x + (y - m)', 'x + y - m'],
  ['x + -y', 'x + \\left(-y\\right)'],
  ['x*(-y)', 'x\\,\\left(-y\\right)'],
  ['2^(x+1)', '{2}^{x + 1}'],
  ['(x^2)^3', '{\\left({x}^{2}\\right)}^{3}'],
  ['exp(-x/2)', 'e^{\\frac{-x}{2}}'],
  ['exp(x)^2', '{\\left(e^{x}\\right)}^{2}'],
  ['sin(x)^2', '\\sin^{2}\\left(x\\right)'],
  ['sin(x)^-1', '{\\sin\\left(x\\right)}^{-1}'],
  ['sqrt(v) + abs(x)', '\\sqrt{v} + \\left|x\\right|'],
  ['max(x, y)', '\\max\\left(x,\\, y\\right)'],
  ['2*pi*x', '2\\,\\pi\\,x'],
  ['1e-7*x', '10^{-7}\\,x'],
  ['1.5e-7', '1.5 \\cdot 10^{-7}'],
  ['beta1*m + c1', '\\beta_{1}\\,m + c_{1}'],
  ['x - lr*m/(sqrt(v) + eps)', 'x - \\frac{\\eta\\,m}{\\sqrt{v} + \\varepsilon}'],
  ['weight_decay*x', '\\mathrm{weight\\_decay}\\,x'],
])('%s', (text, latex) => {
  expect(toLatex(parseFormula(text, names))).toBe(latex);
});

test('a symbol table of the caller', () => {
  expect(toLatex(parseFormula('x*m', names), (name) => `${name}_t`)).toBe('x_t\\,m_t');
});
