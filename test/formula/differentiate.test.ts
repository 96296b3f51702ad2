import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compile, differentiate, gradient, hessian, parseFormula, type Expr } from '../../src/formula/index.ts';
import { coordinate, formulaText, surfaceFormulas } from './arbitrary.ts';
import { distanceFromKinks } from './reference.ts';

const names = ['x', 'y'];

function evaluator(e: Expr): (x: number, y: number) => number {
  const program = compile([e], names);
  const out = new Float64Array(1);
  return (x, y) => {
    program(Float64Array.of(x, y), out);
    return out[0] ?? NaN;
  };
}

interface Slope {
  readonly value: number;
  readonly error: number;
}

/**
 * Central differences at h and h/2 with one Richardson step, whose truncation error is far below the difference of the
 * two; what rounding adds is ε|f|/h ≈ 2e-12 |f|, held by 1e-10.
 */
function slope(f: (x: number, y: number) => number, x: number, y: number, along: number): Slope {
  const h = 2 ** -13;
  const central = (step: number): number =>
    along === 0 ? (f(x + step, y) - f(x - step, y)) / (2 * step) : (f(x, y + step) - f(x, y - step)) / (2 * step);
  const [coarse, fine] = [central(h), central(h / 2)];
  const value = (4 * fine - coarse) / 3;
  return { value, error: Math.abs(fine - coarse) + 1e-10 * (1 + Math.abs(value) + Math.abs(f(x, y))) };
}

/** Compares first and second derivatives at one point; false where central differences say nothing there. */
function agrees(e: Expr, x: number, y: number): boolean {
  const first = gradient(e, names);
  const second = hessian(e, names);
  const functions = [e, ...first];
  const derivatives = [first, ...second];
  let trusted = true;
  functions.forEach((u, i) => {
    for (const along of [0, 1]) {
      const expected = slope(evaluator(u), x, y, along);
      const derivative = derivatives[i]?.[along];
      if (!derivative) throw new Error('a derivative is missing');
      if (!(expected.error < 1e-4 * (1 + Math.abs(expected.value)))) trusted = false;
      else expect(Math.abs(evaluator(derivative)(x, y) - expected.value)).toBeLessThanOrEqual(expected.error);
    }
  });
  return trusted;
}

test.each(Object.entries(surfaceFormulas))(
  '%s: gradient and Hessian agree with central differences at 100 random points (seed 301)',
  (_, text) => {
    const e = parseFormula(text, names);
    let trusted = 0;
    fc.assert(
      fc.property(coordinate, coordinate, (x, y) => {
        // Ackley has its kink at the origin.
        fc.pre(Math.hypot(x, y) > 0.05);
        if (agrees(e, x, y)) trusted++;
      }),
      { seed: 301, numRuns: 100 },
    );
    expect(trusted).toBeGreaterThanOrEqual(95);
  },
);

test('gradients and Hessians of 1,500 random formulas agree with central differences away from kinks (seed 302)', () => {
  let trusted = 0;
  fc.assert(
    fc.property(formulaText, coordinate, coordinate, (text, x, y) => {
      fc.pre(text.length <= 500);
      const e = parseFormula(text, names);
      fc.pre(distanceFromKinks(e, { x, y }) > 0.02);
      if (agrees(e, x, y)) trusted++;
    }),
    { seed: 302, numRuns: 1500 },
  );
  expect(trusted).toBeGreaterThan(1200);
});

test.each([
  ['x^3', '3*x^2'],
  ['3*x + 2', '3'],
  ['y', '0'],
  ['x', '1'],
  ['sin(x)', 'cos(x)'],
  ['cos(2*pi*x)', '-(2*pi*sin(2*pi*x))'],
  ['e^x', 'e^x'],
  ['exp(-x)', '-exp(-x)'],
  ['sqrt(x)', '1/(2*sqrt(x))'],
  ['x^2/20', '2*x/20'],
  ['1/y', '0'],
])('d/dx %s is simplified to %s', (text, simplified) => {
  expect(differentiate(parseFormula(text, names), 'x')).toEqual(parseFormula(simplified, names));
});

test('at a kink the derivative is the mean of the two one-sided ones', () => {
  const at = (text: string, x: number): number => evaluator(differentiate(parseFormula(text, names), 'x'))(x, 0);
  expect(at('abs(x)', 0)).toBe(0);
  expect(at('max(x, 3*x)', 0)).toBe(2);
  expect(at('min(x, 3*x)', 0)).toBe(2);
  expect(at('max(x, 3*x)', 1)).toBe(3);
  expect(at('min(x, 3*x)', 1)).toBe(1);
  expect(at('sign(x)', 0)).toBe(0);
});
