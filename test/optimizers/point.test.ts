import { expect, test } from 'vitest';
import { FormulaError } from '../../src/formula/index.ts';
import { ruleOf } from '../../src/optimizers/index.ts';
import { noStepOf } from '../../src/optimizers/record.ts';
import { stateRoles } from '../../src/optimizers/roles.ts';
import { compileRule, runOptimizer } from '../../src/optimizers/run.ts';
import { createStepper } from '../../src/optimizers/stepper.ts';
import { parseSummed } from '../../src/optimizers/sums.ts';
import type { Rule } from '../../src/optimizers/types.ts';
import { objectiveOf } from '../../src/surfaces/objective.ts';

const lr = { default: 0.1, min: 1e-5, max: 10, scale: 'log', symbol: 'η' } as const;
const bowl = { objective: objectiveOf('x^2/20 + y^2'), start: [-7, 2], domain: null } as const;

function positionOf(read: () => unknown): number {
  try {
    read();
  } catch (error) {
    if (error instanceof FormulaError) return error.position;
  }
  return -1;
}

test('sums are read where they stand, any number of them, and names that look like them stay names', () => {
  const { expression, sums } = parseSummed('sumx*sum(g^2)/(1 + sum (x*(g + 1)))', ['sumx', 'suma'], ['x', 'g'], 3);
  expect(sums.map(({ name }) => name)).toEqual(['Σ4', 'Σ5']);
  expect(expression).toMatchObject({
    op: '/',
    left: { op: '*', right: { name: 'Σ4' } },
    right: { right: { name: 'Σ5' } },
  });
});

test.each([
  ['an unknown name within a sum', 'a + sum(g*q)', 10],
  ['an unknown name behind a sum', 'sum(g) + q', 9],
  ['a coordinate outside of a sum', 'a*x + sum(g)', 2],
  ['a sum within a sum', 'a + sum(g*sum(x))', 10],
  ['a sum that is not closed', 'a + sum((g', 7],
  ['an empty sum', 'a*sum()', 6],
])('%s is an error at its place: %s', (_, text, position) => {
  expect(positionOf(() => parseSummed(text, ['a'], ['x', 'g'], 0))).toBe(position);
});

test('scalars of the point: sums over x and y, f before the update, what is carried, the least value', () => {
  const rule: Rule = {
    params: { lr },
    state: ['way'],
    carried: { total: 2 },
    perPoint: [
      ['total', 'total + sum(g^2)'],
      ['rate', 'lr*(f - fmin)/sqrt(total)'],
    ],
    perCoordinate: [
      ['way', 'way - rate*g'],
      ['x', 'x - rate*g'],
    ],
  };
  const { x, f, g, point } = runOptimizer({ ...bowl, rule, params: { lr: 0.1 }, steps: 6, fmin: -1 });
  let total = 2;
  expect(point!.scalars['total']![0]).toBe(2);
  expect(point!.scalars['rate']![0]).toBeNaN();
  for (let t = 1; t <= 6; t++) {
    const [gx, gy] = [g[2 * t - 2]!, g[2 * t - 1]!];
    total += gx * gx + gy * gy;
    const rate = (0.1 * (f[t - 1]! + 1)) / Math.sqrt(total);
    expect(point!.scalars['total']![t]).toBe(total);
    expect(point!.scalars['rate']![t]).toBe(rate);
    expect([x[2 * t], x[2 * t + 1]]).toEqual([x[2 * t - 2]! - rate * gx, x[2 * t - 1]! - rate * gy]);
  }
  expect(stateRoles(rule)).toEqual([{ name: 'way', role: 'way', baked: false }]);
});

test('a gradient taken elsewhere is that of the other place, noise and all that is put in behind it', () => {
  const rule: Rule = { params: { lr }, gradientAt: 'x + g', perCoordinate: [['x', 'x - lr*g']] };
  const disturbance = { inject: { step: 2, gradient: [3, -2] as const } };
  const { x, point } = runOptimizer({ ...bowl, rule, params: { lr: 0.1 }, steps: 3, disturbance });
  for (let t = 1; t <= 3; t++) {
    for (const [axis, slope] of [1 / 10, 2].entries()) {
      const put = t === 2 ? disturbance.inject.gradient[axis]! : 0;
      const before = x[2 * t - 2 + axis]!;
      const at = before + (slope * before + put);
      expect(point!.seen![2 * t - 2 + axis]).toBeCloseTo(slope * at, 12);
      expect(x[2 * t + axis]).toBeCloseTo(before - 0.1 * (slope * at + put), 12);
    }
  }
  expect(point!.seen!.subarray(6).every(Number.isNaN)).toBe(true);
  expect(() => createStepper(rule, { lr: 0.1 }, 2)(new Float64Array(2), new Float64Array(2))).toThrow('another place');
});

test('what waits for a point is not in scope for the lines before it, nor f for those of a coordinate', () => {
  const base: Rule = {
    params: { lr },
    carried: { r: 0 },
    perPoint: [['r', 'r + f']],
    perCoordinate: [['x', 'x - r*g']],
  };
  expect(compileRule(base).pointNames).toEqual(['r']);
  expect(() => compileRule({ ...base, perStep: [['q', 'r + 1']] })).toThrow(/^unknown-.*"name":"r"/);
  expect(() => compileRule({ ...base, perCoordinate: [['x', 'x - f*g']] })).toThrow(/^unknown-.*"name":"f"/);
  expect(() => compileRule({ ...base, perCoordinate: [['x', 'x - sum(g)']] })).toThrow(/^unknown-.*"name":"sum"/);
});

test('SAM on the bowl: the gradient ρ uphill, by hand', () => {
  const rule = ruleOf('sam');
  const { x } = runOptimizer({ ...bowl, rule, params: { lr: 0.1, radius: 0.5 }, steps: 1 });
  const norm = Math.hypot(-0.7, 4);
  expect(x[2]).toBeCloseTo(-7 - (0.1 * (-7 + (0.5 * -0.7) / norm)) / 10, 12);
  expect(x[3]).toBeCloseTo(2 - 0.1 * 2 * (2 + (0.5 * 4) / norm), 12);
});

test('Polyak on the sphere: half the way to the minimum at each step, and there at rest', () => {
  const run = { ...bowl, objective: objectiveOf('x^2 + y^2'), rule: ruleOf('polyak'), params: { lr: 1 } };
  const { x, f } = runOptimizer({ ...run, steps: 4, fmin: 0 });
  for (let t = 0; t <= 4; t++) expect(x[2 * t]).toBeCloseTo(-7 / 2 ** t, 12);
  expect(f[4]).toBeCloseTo(53 / 4 ** 4, 12);
  expect([...runOptimizer({ ...run, start: [0, 0], steps: 3, fmin: 0 }).x]).toEqual(Array.from({ length: 8 }, () => 0));
});

test('Polyak where the least value is not known stays where it is, and says why', () => {
  const record = runOptimizer({ ...bowl, rule: ruleOf('polyak'), params: { lr: 1 }, steps: 5 });
  expect([record.count, record.status, record.divergedAt, noStepOf(record)]).toEqual([1, 'stopped', null, 'least']);
  expect(
    noStepOf(runOptimizer({ ...bowl, rule: ruleOf('sgd'), params: { lr: 0.1, weight_decay: 0 }, steps: 5 })),
  ).toBeNull();
});
