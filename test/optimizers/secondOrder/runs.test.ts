import { expect, test } from 'vitest';
import { rowAt } from '../../../src/optimizers/record.ts';
import { hessianOf } from '../../../src/surfaces/curvature.ts';
import { eigenOf } from '../../../src/math/bend.ts';
import { surfaces } from '../../../src/surfaces/index.ts';
import { pointOf, updatesTo, walk } from './runs.ts';

const eigenAt = (surface: 'beale' | 'himmelblau', at: readonly [number, number]) =>
  eigenOf(hessianOf(surfaces[surface].formula, {})(at));

test('Gauss–Newton solves Rosenbrock in two steps', () => {
  const record = walk('gauss-newton', { surface: 'rosenbrock', start: [-1.2, 1], steps: 2 });
  expect(updatesTo(record, 1e-20)).toBe(2);
  expect(record.f[1]).toBeGreaterThan(1);
});

test('Newton on Beale from (1, 1) is caught in one step where the slope is 0 and which is no minimum', () => {
  const record = walk('newton', { surface: 'beale', start: [1, 1], steps: 5 });
  expect(pointOf(record, 1)).toEqual([0, 1]);
  expect(pointOf(record, 5)).toEqual([0, 1]);
  expect(record.f[5]).toBe(14.203125);
  const { smallest, largest } = eigenAt('beale', [0, 1]);
  expect(smallest).toBeLessThan(0);
  expect(largest).toBeGreaterThan(0);
});

test('Newton on Himmelblau from (0, 0) climbs to the local maximum', () => {
  const record = walk('newton', { surface: 'himmelblau', start: [0, 0], steps: 10 });
  const [x, y] = pointOf(record, 10);
  expect(x).toBeCloseTo(-0.2708445907, 9);
  expect(y).toBeCloseTo(-0.9230385565, 9);
  expect(record.f[10]).toBeGreaterThan(record.f[0]!);
  expect(eigenAt('himmelblau', [x, y]).largest).toBeLessThan(0);
});

test('damped Newton goes down from both of these starts to a minimum', () => {
  for (const [surface, start] of [
    ['beale', [1, 1]],
    ['himmelblau', [0, 0]],
  ] as const) {
    const record = walk('damped-newton', { surface, start, steps: 30 });
    expect(record.f.every((f, i) => i === 0 || f <= record.f[i - 1]!)).toBe(true);
    expect(record.f[30]).toBeLessThan(1e-20);
  }
});

test('Gauss–Newton on Beale from (1, 1) has no step: J has a column of zeros there', () => {
  const record = walk('gauss-newton', { surface: 'beale', start: [1, 1], steps: 5 });
  expect(record).toMatchObject({ count: 1, status: 'stopped', divergedAt: null, secondOrder: { noStep: 'singular' } });
  expect([rowAt(record, 0), rowAt(record, 4)]).toEqual([0, 0]);
});

test('Levenberg–Marquardt needs about 10 iterations on Beale and 50 on Rosenbrock, refused ones among them', () => {
  const beale = walk('levenberg-marquardt', { surface: 'beale', start: [1, 1], steps: 20 });
  const rosenbrock = walk('levenberg-marquardt', { surface: 'rosenbrock', start: [-1.2, 1], steps: 80 });
  expect(updatesTo(beale, 1e-12)).toBe(9);
  expect(updatesTo(rosenbrock, 1e-12)).toBe(49);
  expect([...pointOf(beale, 20), ...pointOf(rosenbrock, 80)]).toEqual([3, 0.5, 1, 1]);
});

test('Levenberg–Marquardt: λ is a tenth after a step that lowers f, ten times after one that does not, which is refused', () => {
  const record = walk('levenberg-marquardt', { surface: 'rosenbrock', start: [-1.2, 1], steps: 40 });
  const { lambda, accepted } = record.secondOrder!.told;
  expect(lambda![1]).toBe(0.01);
  let refused = 0;
  for (let i = 1; i < 40; i++) {
    expect(lambda![i + 1]! / lambda![i]!).toBeCloseTo(accepted![i] === 1 ? 0.1 : 10, 12);
    if (accepted![i] === 1) expect(record.f[i]).toBeLessThan(record.f[i - 1]!);
    else {
      refused++;
      expect(pointOf(record, i)).toEqual(pointOf(record, i - 1));
    }
  }
  expect(refused).toBeGreaterThan(10);
});

test('one parameter too many: JᵀJ has rank 1 everywhere, Gauss–Newton has no step, damping finds one', () => {
  const surface = '(x*y - 1)^2 + (2*x*y - 2)^2';
  for (const start of [
    [0.3, 1.7],
    [2.1, 0.9],
    [-1.3, -0.2],
  ] as const) {
    expect(walk('gauss-newton', { surface, start, steps: 3 }).secondOrder?.noStep).toBe('singular');
    const damped = walk('levenberg-marquardt', { surface, start, steps: 30 });
    const [x, y] = pointOf(damped, 30);
    expect(x * y).toBeCloseTo(1, 8);
  }
});

test('a method for sums of squares stays where it is on a surface that is none', () => {
  for (const id of ['gauss-newton', 'levenberg-marquardt'] as const) {
    const record = walk(id, { surface: 'ackley', start: [1, 1], steps: 5 });
    expect(record).toMatchObject({ count: 1, secondOrder: { noStep: 'residuals' } });
  }
});

test('the step of each update goes to the bottom of the model that the record has of it', () => {
  for (const id of ['newton', 'damped-newton', 'gauss-newton', 'levenberg-marquardt', 'lbfgs'] as const) {
    const record = walk(id, { surface: 'rosenbrock', start: [-1.2, 1], steps: 6 });
    const { model, told } = record.secondOrder!;
    for (let i = 0; i < 6; i++) {
      if (told['accepted']?.[i + 1] === 0) continue;
      const share = told['share']?.[i + 1] ?? 1;
      const [dx, dy] = [0, 1].map((axis) => (record.x[2 * i + 2 + axis]! - record.x[2 * i + axis]!) / share) as [
        number,
        number,
      ];
      const [xx, xy, yy] = model.subarray(3 * i, 3 * i + 3) as unknown as [number, number, number];
      const size = Math.hypot(record.g[2 * i]!, record.g[2 * i + 1]!);
      const left = Math.hypot(xx * dx + xy * dy + record.g[2 * i]!, xy * dx + yy * dy + record.g[2 * i + 1]!);
      expect(left, `${id} ${i}`).toBeLessThan(1e-8 * (1 + size));
    }
    expect(model.subarray(18).every(Number.isNaN)).toBe(true);
  }
});

test('a wrong gradient goes into the step, a change of lr into the first length that L-BFGS tries', () => {
  const plain = walk('newton', { surface: 'sphere', start: [3, 4], steps: 2 });
  expect(pointOf(plain, 1)).toEqual([0, 0]);
  const inject = { step: 1, gradient: [2, -4] as const };
  const wrong = walk('newton', { surface: 'sphere', start: [3, 4], steps: 2, disturbance: { inject } });
  expect([pointOf(wrong, 1), pointOf(wrong, 2)]).toEqual([
    [-1, 2],
    [0, 0],
  ]);
  const lrChange = { step: 1, factor: 0.5 };
  const asked = { surface: 'beale', start: [1, 0.25], steps: 4 } as const;
  const halved = walk('lbfgs', { ...asked, disturbance: { lrChange } });
  expect(pointOf(halved, 4)).toEqual(pointOf(walk('lbfgs', { ...asked, params: { lr: 0.5 } }), 4));
  expect(pointOf(halved, 4)).not.toEqual(pointOf(walk('lbfgs', asked), 4));
});
