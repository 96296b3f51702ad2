import { expect, test } from 'vitest';
import { compile } from '../../src/formula/index.ts';
import { createRng } from '../../src/math/rng.ts';
import { defaultsOf } from '../../src/params/spec.ts';
import { eigenOf, downhill } from '../../src/math/bend.ts';
import { surfaceIds, surfaces } from '../../src/surfaces/index.ts';
import { objectiveOf } from '../../src/surfaces/objective.ts';
import { residualsOf } from '../../src/surfaces/residuals.ts';
import type { SurfaceDef } from '../../src/surfaces/types.ts';

/** Σ r² − f over 20 places of the square ±3 (seed 1), the largest of it beside 1 + |f|; null: no sum of squares. */
function apart(formula: string, params: Readonly<Record<string, number>> = {}): number | null {
  const names = Object.keys(params);
  const residuals = residualsOf(formula, names);
  if (residuals === null) return null;
  const evaluate = compile(residuals, ['x', 'y', ...names]);
  const objective = objectiveOf(formula, params);
  const rng = createRng(1);
  const out = new Float64Array(residuals.length);
  const each = Array.from({ length: 20 }, () => {
    const [x, y] = [6 * rng.uniform() - 3, 6 * rng.uniform() - 3];
    evaluate(Float64Array.of(x, y, ...Object.values(params)), out);
    const f = objective.value(x, y);
    return Math.abs(out.reduce((sum, r) => sum + r * r, 0) - f) / (1 + Math.abs(f));
  });
  return Math.max(...each);
}

test('the surfaces that are sums of squares are those of the notes, and f is the sum of the squares of their residuals', () => {
  const found = surfaceIds.flatMap((id) => {
    const { formula, params = {} }: SurfaceDef = surfaces[id];
    const off = apart(formula, defaultsOf(params));
    return off === null ? [] : [[id, off] as const];
  });
  const ids = found.map(([id]) => id);
  for (const id of ['bowl', 'sphere', 'rosenbrock', 'beale', 'himmelblau']) expect(ids).toContain(id);
  for (const id of ['rastrigin', 'ackley', 'styblinski-tang', 'saddle', 'monkey-saddle']) expect(ids).not.toContain(id);
  for (const [id, off] of found) expect(off, id).toBeLessThan(1e-14);
});

test.each(['x^4 + 3*(x*y)^2', '(x - 1)^2/4 + y^2*(2/3)', '2*(3*(sin(x)^2))', '0.5*x^2/(7) + (x + y)^6'])(
  '%s is one',
  (formula) => {
    expect(apart(formula)).toBeLessThan(1e-14);
  },
);

test.each(['x^2 - y^2', 'x^2 + y', 'x^3', 'x^2*y', '(x^2 + y^2)', 'x^2 + 1', 'x^(-2)', 'x^2 + y^2.5', 'exp(x)^2/y'])(
  '%s is not written as one, or is: no more is said of it than can be used',
  (formula) => {
    const off = apart(formula);
    if (formula === '(x^2 + y^2)') expect(off).toBeLessThan(1e-14);
    else expect(off).toBeNull();
  },
);

test('a symmetric matrix: eigenvalues and direction', () => {
  const { smallest, largest, steepest } = eigenOf({ xx: 2, xy: 1, yy: 2 });
  expect([smallest, largest]).toEqual([1, 3]);
  expect(steepest[0]).toBeCloseTo(Math.SQRT1_2, 14);
  expect(steepest[1]).toBeCloseTo(Math.SQRT1_2, 14);
  expect(eigenOf({ xx: 0.1, xy: 0, yy: 2 }).steepest[1]).toBe(1);
});

test('the way to the bottom is none where the matrix is singular, whatever the units', () => {
  expect(downhill({ xx: 4, xy: 0, yy: 2 }, 8, -6)).toEqual([-2, 3]);
  expect(downhill({ xx: 1e-12, xy: 0, yy: 1e12 }, 1e-12, 1e12)).toEqual([-1, -1]);
  for (const scale of [1e-9, 1, 1e9])
    expect(downhill({ xx: 1 * scale, xy: 3 * scale, yy: 9 * scale }, 1, 1)).toBeNull();
  expect(downhill({ xx: 0, xy: 0, yy: 14 }, 0, 1)).toBeNull();
  expect(downhill({ xx: NaN, xy: 0, yy: 14 }, 0, 1)).toBeNull();
});
