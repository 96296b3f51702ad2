import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FormulaError } from '../../src/formula/index.ts';
import { defaultsOf } from '../../src/params/spec.ts';
import { surfaceIds, surfaces, type SurfaceId } from '../../src/surfaces/index.ts';
import { objectiveOf } from '../../src/surfaces/objective.ts';
import type { SurfaceDef } from '../../src/surfaces/types.ts';

/** How far (x, y) is from where f has a kink: there differences straddle it. */
const fromKink: Readonly<Record<string, (x: number, y: number) => number>> = {
  ackley: (x, y) => Math.hypot(x, y),
  schwefel: (x, y) => Math.min(Math.abs(x), Math.abs(y)) / 10,
  eggholder: (x, y) => Math.min(Math.abs(y + x / 2 + 47), Math.abs(x - y - 47)) / 100,
  'bukin-6': (x, y) => Math.min(Math.abs(y - 0.01 * x * x), Math.abs(x + 10)) / 10,
};

/** Spelled out, so that a newcomer to the registry changes no expectation here. */
const BUNDLED: readonly SurfaceId[] = [
  'bowl',
  'sphere',
  'rosenbrock',
  'beale',
  'himmelblau',
  'rastrigin',
  'ackley',
  'styblinski-tang',
  'six-hump-camel',
  'two-gaussians',
  'saddle',
  'monkey-saddle',
];

test('the twelve stand in the registry in the order of pickers', () => {
  expect(surfaceIds.filter((id) => BUNDLED.includes(id))).toEqual(BUNDLED);
});

for (const [id, { formula, params = {}, domain }] of Object.entries(surfaces) as [string, SurfaceDef][]) {
  test(`${id}: the gradient agrees with central differences, value with evaluate (seed 1)`, () => {
    const { value, evaluate } = objectiveOf(formula, defaultsOf(params));
    const [x0, x1, y0, y1] = domain;
    const kink = fromKink[id];
    const inside = (from: number, to: number) =>
      kink
        ? // Doubles are drawn most often near 0, where some of the kinks are.
          fc.integer({ min: 0, max: 1e9 }).map((k) => from + ((to - from) * k) / 1e9)
        : fc.double({ min: from, max: to, noNaN: true });
    const out = new Float64Array(3);
    fc.assert(
      fc.property(inside(x0, x1), inside(y0, y1), (x, y) => {
        fc.pre((kink?.(x, y) ?? 1) > 1e-2);
        evaluate(x, y, out);
        expect(out[0]).toBe(value(x, y));
        // Fourth order: truncation h⁴f⁽⁵⁾/30 (f⁽⁵⁾ up to 1e5, Rastrigin's and Beale's) and rounding ε|f|/h.
        const h = 1e-3;
        const slope = (at: (s: number) => number) => (8 * (at(h) - at(-h)) - at(2 * h) + at(-2 * h)) / (12 * h);
        const tolerance = 1e-6 + 1e-8 * Math.abs(value(x, y));
        expect(Math.abs(out[1]! - slope((s) => value(x + s, y)))).toBeLessThanOrEqual(tolerance);
        expect(Math.abs(out[2]! - slope((s) => value(x, y + s)))).toBeLessThanOrEqual(tolerance);
      }),
      { seed: 1, numRuns: 200 },
    );
  });
}

test('values by hand', () => {
  expect(objectiveOf('x^2/anisotropy + y^2', { anisotropy: 20 }).value(-7, 2)).toBe(49 / 20 + 4);
  expect(objectiveOf(surfaces.rosenbrock.formula).value(-1.2, 1)).toBeCloseTo(2.2 ** 2 + 100 * 0.44 ** 2, 12);
  expect(objectiveOf(surfaces.beale.formula).value(1, 1)).toBe(1.5 ** 2 + 2.25 ** 2 + 2.625 ** 2);
  expect(objectiveOf(surfaces.himmelblau.formula).value(0, 0)).toBe(170);
  expect(objectiveOf(surfaces.rastrigin.formula).value(0.5, 0.5)).toBeCloseTo(40.5, 12);
});

test('two parameter values of one formula live side by side, and share its one parse', () => {
  const [round, long] = [1, 20].map((anisotropy) => objectiveOf('x^2/anisotropy + y^2', { anisotropy }));
  expect(round!.value(2, 1)).toBe(5);
  expect(long!.value(2, 1)).toBe(1.2);
  expect(round!.value(2, 1)).toBe(5);
  expect(long!.expression).toBe(round!.expression);
});

test('a hundred formulas in a row push the first out of the cache, not out of sense', () => {
  const first = objectiveOf('x + 1000*y', {});
  for (let k = 0; k < 100; k++) expect(objectiveOf(`x + ${k}*y`, {}).value(1, 2)).toBe(1 + 2 * k);
  expect(first.value(1, 2)).toBe(2001);
  expect(objectiveOf('x + 1000*y', {}).value(1, 2)).toBe(2001);
});

test('exact where only + − × ÷ √ occur', () => {
  const exact = BUNDLED.filter((id) => {
    const { formula, params = {} }: SurfaceDef = surfaces[id];
    return objectiveOf(formula, defaultsOf(params)).exact;
  });
  expect(exact).toEqual([
    'bowl',
    'sphere',
    'rosenbrock',
    'beale',
    'himmelblau',
    'styblinski-tang',
    'six-hump-camel',
    'saddle',
    'monkey-saddle',
  ]);
});

test('what is no formula in x, y and the parameters is refused', () => {
  expect(() => objectiveOf('x^2 + z', {})).toThrow(FormulaError);
  expect(() => objectiveOf('x^2/anisotropy', {})).toThrow(FormulaError);
  expect(() => objectiveOf('x +', {})).toThrow(FormulaError);
});
