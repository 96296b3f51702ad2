import { expect, test } from 'vitest';
import {
  freeNames,
  functionNamesOf,
  gradient,
  parseFormula,
  usesOnlyExactArithmetic,
} from '../../src/formula/index.ts';
import { surfaceFormulas } from './arbitrary.ts';

const parse = (text: string) => parseFormula(text, ['x', 'y', 'beta1', 't']);

test('free names are variables, not constants or functions', () => {
  expect([...freeNames(parse('2*pi*x + max(beta1, e)'))].sort()).toEqual(['beta1', 'x']);
});

test('functions called, pow for what is not a product', () => {
  const of = (text: string): string[] => [...functionNamesOf(parse(text))].sort();
  expect(of('sin(x)^2 + sqrt(y)')).toEqual(['sin', 'sqrt']);
  expect(of('beta1^t')).toEqual(['pow']);
  expect(of('x^8 + x^-8')).toEqual([]);
  expect(of('x^9')).toEqual(['pow']);
  expect(of('x^0.5')).toEqual(['pow']);
  expect(of('e^x')).toEqual(['exp']);
});

test('which surfaces have the same bits in every engine, with their gradients', () => {
  const exact = Object.entries(surfaceFormulas)
    .filter(([, text]) => [parse(text), ...gradient(parse(text), ['x', 'y'])].every(usesOnlyExactArithmetic))
    .map(([id]) => id);
  expect(exact).toEqual(['bowl', 'rosenbrock', 'beale', 'himmelblau', 'camel']);
});
