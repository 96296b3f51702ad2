import { expect, test } from 'vitest';
import { experimentOn } from '../../src/experiments/index.ts';
import { rateOf } from '../../src/experiments/rates.ts';
import { surfaceIds } from '../../src/surfaces/index.ts';

/** As links without a rate of their own mean them: no column may move. sgd momentum nesterov adagrad rmsprop adadelta adam adamax nadam lion */
const measured = {
  bowl: [0.95, 0.1, 0.1, 1.5, 0.2, 50, 0.3, 0.5, 0.5, 0.2],
  sphere: [0.1, 0.02, 0.02, 1, 0.1, 50, 0.5, 0.5, 0.5, 0.1],
  rosenbrock: [0.001, 0.001, 0.001, 0.2, 0.02, 10, 0.2, 0.2, 0.2, 0.01],
  beale: [0.05, 0.005, 0.005, 0.5, 0.05, 5, 0.2, 0.2, 0.1, 0.05],
  himmelblau: [0.005, 0.001, 0.002, 0.5, 0.05, 20, 0.5, 0.2, 0.2, 0.1],
  rastrigin: [0.001, 0.0005, 0.0005, 0.5, 0.05, 1, 0.5, 1, 0.02, 0.01],
  ackley: [0.005, 0.01, 0.002, 0.1, 0.01, 2, 1, 1, 0.01, 0.02],
  'styblinski-tang': [0.01, 0.002, 0.002, 0.5, 0.05, 20, 0.2, 0.2, 0.2, 0.1],
  'six-hump-camel': [0.02, 0.005, 0.01, 0.2, 0.02, 5, 0.1, 0.5, 0.05, 0.05],
  'two-gaussians': [0.05, 0.01, 0.01, 0.5, 0.02, 20, 0.2, 0.5, 0.1, 0.05],
  saddle: [0.06, 0.015, 0.012, 0.08, 0.008, 0.3, 0.025, 0.04, 0.02, 0.03],
  'monkey-saddle': [0.08, 0.003, 0.004, 0.08, 0.008, 0.25, 0.025, 0.04, 0.02, 0.03],
};
const order = 'sgd momentum nesterov adagrad rmsprop adadelta adam adamax nadam lion'.split(' ');

test.each(Object.entries(measured))('the rates of %s are those that its links mean', (surface, rates) => {
  const id = surfaceIds.find((one) => one === surface)!;
  const experiment = experimentOn(id);
  expect(order.map((optimizer) => rateOf(experiment, optimizer))).toEqual(rates);
  // Adam's in other clothes.
  for (const kin of ['amsgrad', 'adamw']) expect(rateOf(experiment, kin)).toBe(rateOf(experiment, 'adam'));
});
