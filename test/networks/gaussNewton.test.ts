import { expect, test } from 'vitest';
import { float64 } from '../../src/networks/arithmetic.ts';
import { drawData } from '../../src/networks/data/index.ts';
import { normalMatrixBytes, residualsOf } from '../../src/networks/gaussNewton.ts';
import { initialWeights } from '../../src/networks/init.ts';
import { levenbergMarquardt } from '../../src/networks/levenbergMarquardt.ts';
import { fiftyWeights } from '../../src/networks/settings/fiftyWeights.ts';
import { batchOf, createTraining } from '../../src/networks/train.ts';
import { chanceNet, small } from './hessian/cases.ts';

const values = { ...small, task: 'values', loss: 'squared-error', decay: 0 } as const;

test('the Jacobian of the residuals is their central difference, and Jᵀr/n the gradient (seeds 0 … 4)', () => {
  for (let seed = 0; seed < 5; seed++) {
    const { network, weights, batch } = chanceNet(values, seed);
    const { jacobian, values: r, loss } = residualsOf(network.spec, weights, batch);
    expect(loss).toBeCloseTo(network.loss(weights, batch), 14);
    const gradient = new Float64Array(weights.length);
    network.lossAndGradient(weights, batch, gradient);
    for (let k = 0; k < weights.length; k++) {
      const column = jacobian.getColumn(k);
      const at = (by: number) =>
        network.forward(Object.assign(weights.slice(), { [k]: weights[k]! + by }), batch).slice();
      const [ahead, behind] = [at(1e-5), at(-1e-5)];
      column.forEach((slope, i) => expect(slope).toBeCloseTo((ahead[i]! - behind[i]!) / 2e-5, 8));
      const product = column.reduce((sum, slope, i) => sum + slope * r[i]!, 0);
      expect(product / batch.count).toBeCloseTo(gradient[k]!, 13);
    }
  }
});

test('a linear net is solved in one Gauss–Newton step (seeds 0 … 4)', () => {
  for (let seed = 0; seed < 5; seed++) {
    const { network, weights, batch } = chanceNet({ ...values, hidden: [] }, seed, 12);
    const record = levenbergMarquardt(network.spec, weights, batch, { steps: 2, damping: 0 });
    const gradient = new Float64Array(weights.length);
    network.lossAndGradient(record.weights.slice(weights.length, 2 * weights.length), batch, gradient);
    expect(Math.max(...gradient.map(Math.abs))).toBeLessThan(1e-13);
    expect(record.loss[1]).toBeLessThan(record.loss[0]!);
    expect(record.loss[2]).toBeCloseTo(record.loss[1]!, 14);
  }
});

test('without full rank, plain Gauss–Newton says what to do, and damping does it', () => {
  const { network, weights, batch } = chanceNet({ ...values, hidden: [] }, 1, 2);
  expect(() => levenbergMarquardt(network.spec, weights, batch, { steps: 1, damping: 0 })).toThrow('needs damping');
  expect(levenbergMarquardt(network.spec, weights, batch, { steps: 12 }).loss.at(-1)).toBeLessThan(1e-12);
  expect(() => residualsOf(small, weights, batch)).toThrow('squared error');
});

test.each([1, 2, 3])(
  'on 46 weights 100 steps of Levenberg–Marquardt leave a tenth of what 5,000 of Adam do, and never rise (seed %i)',
  (seed) => {
    const { network: spec } = fiftyWeights;
    const data = drawData(fiftyWeights.data);
    const batch = batchOf(data.train, float64);
    const { loss } = levenbergMarquardt(spec, initialWeights(spec, 'xavier', 0, seed), batch, { steps: 100 });
    loss.forEach((value, i) => expect(value).toBeLessThanOrEqual(loss[Math.max(0, i - 1)]!));
    const params = { lr: 0.01, beta1: 0.9, beta2: 0.999, eps: 1e-8, weight_decay: 0 };
    const adam = createTraining(
      {
        ...{ network: spec, init: 'xavier', initStd: 0, optimizer: 'adam', semantics: 'torch', params },
        ...{ batch: 0, steps: 5000, seed, every: 5000 },
      },
      data,
    );
    expect(adam.weights).toHaveLength(46);
    while (adam.step());
    expect(loss.at(-1)).toBeLessThan(adam.record().trainLoss.at(-1)! / 10);
  },
);

test('JᵀJ of 100,000 weights in float32 is 40 GB', () => {
  expect(normalMatrixBytes(100_000)).toBe(40e9);
});
