import fc from 'fast-check';
import { all, create } from 'mathjs/number';
import { expect, test } from 'vitest';
import {
  compile,
  compileAssignments,
  createSlots,
  gradient,
  hessian,
  parseFormula,
  type Slots,
} from '../../src/formula/index.ts';
import { coordinate, formulaText, surfaceFormulas } from './arbitrary.ts';
import { valueAt } from './reference.ts';

const names = ['x', 'y'];
const mathjs = create(all ?? {});

function values(texts: readonly string[], x: number, y: number): number[] {
  const out = new Float64Array(texts.length);
  compile(
    texts.map((text) => parseFormula(text, names)),
    names,
  )(Float64Array.of(x, y), out);
  return [...out];
}

test('values known by hand', () => {
  expect(values(Object.values(surfaceFormulas), 3, 0.5).slice(0, 4)).toEqual([
    0.7, // 9/20 + 0.25
    4 + 100 * 8.5 ** 2,
    0, // Beale's minimum
    (9.5 - 11) ** 2 + (3.25 - 7) ** 2,
  ]);
  expect(values(['sign(x)', 'min(x, y)', 'max(x, y)', 'log2(x)', 'log10(100*x)', 'abs(y)'], 8, -2)).toEqual([
    1,
    -2,
    8,
    3,
    Math.log10(800),
    2,
  ]);
  expect(values(['x^-2', 'x^0', 'x^1', 'y^7', 'y^9', 'x^0.5'], 4, -2)).toEqual([0.0625, 1, 4, -128, -512, 2]);
});

test("1,000 random formulas have the values of mathjs's own evaluator (seed 401)", () => {
  fc.assert(
    fc.property(formulaText, coordinate, coordinate, (text, x, y) => {
      fc.pre(text.length <= 500);
      const expected = mathjs.evaluate(text, { x, y }) as number;
      const [value = NaN] = values([text], x, y);
      // Both are float64 with other roundings in powers only; where sign or a kink turns on the last bit, x and y on a
      // grid of 1/1024 make ties exact in both.
      expect(Math.abs(value - expected)).toBeLessThanOrEqual(1e-9 * (1 + Math.abs(expected)));
    }),
    { seed: 401, numRuns: 1000 },
  );
});

test('sharing changes no bit: formula, gradient and Hessian of 500 random formulas against a tree walk (seed 402)', () => {
  fc.assert(
    fc.property(formulaText, coordinate, coordinate, (text, x, y) => {
      fc.pre(text.length <= 300);
      const e = parseFormula(text, names);
      const exprs = [e, ...gradient(e, names), ...hessian(e, names).flat()];
      const out = new Float64Array(exprs.length);
      compile(exprs, names)(Float64Array.of(x, y), out);
      expect([...out]).toEqual(exprs.map((u) => valueAt(u, { x, y })));
    }),
    { seed: 402, numRuns: 500 },
  );
});

test('every product power by the documented scheme, bit for bit (seed 403)', () => {
  const exponents = [2, 3, 4, 5, 6, 7, 8, -1, -2, -3, -4, -5, -6, -7, -8];
  fc.assert(
    fc.property(fc.double({ min: -20, max: 20, noNaN: true }), (x) => {
      const exprs = exponents.map((n) => parseFormula(`x^${n}`, names));
      const out = new Float64Array(exprs.length);
      // One program each, and all in one: sharing x² and x⁴ between them changes nothing.
      compile(exprs, names)(Float64Array.of(x, 0), out);
      const expected = exprs.map((e) => valueAt(e, { x }));
      expect([...out]).toEqual(expected);
      expect(exponents.map((n) => values([`x^${n}`], x, 0)[0])).toEqual(expected);
    }),
    { seed: 403, numRuns: 200 },
  );
});

test('only sums and products commute', () => {
  expect(values(['x-y', 'y-x', 'x/y', 'y/x', 'x^y', 'y^x', 'x+y', 'y+x'], 4, 2)).toEqual([2, -2, 2, 0.5, 16, 16, 6, 6]);
  expect(values(['x^(y/4)', 'y^(x/4)'], 4, 2)).toEqual([2, 2]);
  expect(values(['x^(2*y)', '(2*y)^x'], 3, 2)).toEqual([81, 64]);
});

test('signed zeros are kept apart', () => {
  const zero = parseFormula('0', []);
  const out = new Float64Array(2);
  compile([{ kind: 'number', value: -0 }, zero], [])(new Float64Array(0), out);
  expect([...out]).toEqual([-0, 0]);
});

test('an unknown name is refused when compiling, not when running', () => {
  expect(() => compile([parseFormula('x + y', names)], ['x'])).toThrow(/"y"/);
});

test("Adam's rule as assignments takes the steps of a hand-written Adam, bit for bit", () => {
  const known = ['x', 'g', 'm', 'v', 'lr', 'beta1', 'beta2', 'eps', 'c1', 'c2'];
  const slots = createSlots(known);
  const run = compileAssignments(
    (
      [
        ['m', 'm + (1-beta1)*(g-m)'],
        ['v', 'beta2*v + (1-beta2)*g^2'],
        ['x', 'x - lr/c1 * m/(sqrt(v)/sqrt(c2) + eps)'],
      ] as const
    ).map(([name, text]) => [name, parseFormula(text, known)]),
    slots,
  );
  const state = new Float64Array(slots.size);
  const set = (name: string, value: number): number => (state[slots.indexOf(name)] = value);
  const get = (name: string): number => state[slots.indexOf(name)] ?? NaN;
  Object.entries({ x: 3, lr: 0.1, beta1: 0.9, beta2: 0.999, eps: 1e-8 }).forEach(([name, value]) => set(name, value));
  let [x, m, v] = [3, 0, 0];
  for (let t = 1; t <= 50; t++) {
    const g = 2 * x;
    const [c1, c2] = [1 - 0.9 ** t, 1 - 0.999 ** t];
    m = m + (1 - 0.9) * (g - m);
    v = 0.999 * v + (1 - 0.999) * (g * g);
    x = x - ((0.1 / c1) * m) / (Math.sqrt(v) / Math.sqrt(c2) + 1e-8);
    set('g', g);
    set('c1', c1);
    set('c2', c2);
    run(state);
    expect([get('m'), get('v'), get('x')]).toEqual([m, v, x]);
  }
});

test('a line sees the lines above it, and a shared part is not taken from before an assignment', () => {
  const slots = createSlots(['x']);
  const lines = [
    ['a', 'x^2 + 1'],
    ['x', 'x + 1'],
    ['b', 'x^2 + 1'],
    ['x', '2*x'],
  ] as const;
  const run = compileAssignments(
    lines.map(([name, text]) => [name, parseFormula(text, ['x'])]),
    slots,
  );
  expect(slots.names()).toEqual(['x', 'a', 'b']);
  const state = Float64Array.of(3, 0, 0);
  run(state);
  expect([...state]).toEqual([8, 10, 17]);
  run(state);
  expect([...state]).toEqual([18, 65, 82]);
});

test('one expression object on both sides of an assignment is computed anew', () => {
  const slots: Slots = createSlots(['x']);
  const next = parseFormula('2*x', ['x']);
  const run = compileAssignments(
    [
      ['x', next],
      ['x', next],
    ],
    slots,
  );
  const state = Float64Array.of(3);
  run(state);
  expect([...state]).toEqual([12]);
});

test('slots: places in the order of arrival, a name once', () => {
  const slots = createSlots(['x', 'g']);
  expect([slots.indexOf('g'), slots.indexOf('new'), slots.indexOf('x'), slots.indexOf('new')]).toEqual([1, 2, 0, 2]);
  expect([slots.size, slots.has('new'), slots.has('constructor')]).toEqual([3, true, false]);
});
