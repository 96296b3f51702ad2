import { expect, test } from 'vitest';
import { parseFormula } from '../../src/formula/index.ts';
import { kernelText } from '../formula/kernelText.ts';
import { createHoister, uniformValues } from '../../src/gpu/hoist.ts';

const names = ['x', 'a', 'b'];

/** The kernel's expression and the values of what was moved out of it. */
function hoisted(text: string, values = { a: 4, b: 0.75 }): { source: string; values: number[] } {
  const hoister = createHoister((name) => name === 'a' || name === 'b', 'p');
  const source = kernelText(hoister.hoist(parseFormula(text, names)));
  return { source, values: [...uniformValues(hoister.uniforms, ['a', 'b'])(values)] };
}

test('the largest parts without x move out, in float64', () => {
  expect(hoisted('(1 - b)*x + a/(1 - b^3)')).toEqual({
    source: '((p0 * x) + p1)',
    values: [0.25, 4 / (1 - 0.75 ** 3)],
  });
});

test('equal parts move out once', () => {
  expect(hoisted('(1 - b)*x^2 + (1 - b)*x')).toEqual({ source: '((p0 * (x * x)) + (p0 * x))', values: [0.25] });
});

test('a division by what moves out is a multiplication', () => {
  expect(hoisted('x/a')).toEqual({ source: '(x * p0)', values: [0.25] });
  expect(hoisted('x/8')).toEqual({ source: '(x * 0.125)', values: [] });
  expect(hoisted('a/x')).toEqual({ source: '(p0 / x)', values: [4] });
});

test('numbers fold, and only those that stand alone', () => {
  expect(hoisted('2*pi*x')).toEqual({ source: `(${2 * Math.PI} * x)`, values: [] });
  expect(hoisted('x + 1')).toEqual({ source: '(x + 1.0)', values: [] });
});

test('powers keep what decides how they are computed', () => {
  expect(hoisted('x^3').source).toBe('((x * x) * x)');
  expect(hoisted('e^(b*x)')).toEqual({ source: 'Math.exp((p0 * x))', values: [0.75] });
  expect(hoisted('(a*x)^2').source).toBe('const t0 = (p0 * x); (t0 * t0)');
  expect(hoisted('x^a')).toEqual({ source: 'Math.pow(x, p0)', values: [4] });
});
