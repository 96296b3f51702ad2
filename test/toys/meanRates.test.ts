import { expect, test } from 'vitest';
import { defaultRate } from '../../src/toys/meanRates.ts';
import { isOptimizerId } from '../../src/optimizers/index.ts';

/** Tuned by hand on the toy, before they were derived: links without a rate of their own mean these. */
const tuned = {
  sgd: 2,
  momentum: 0.2,
  nesterov: 0.2,
  adagrad: 0.1,
  rmsprop: 0.01,
  adadelta: 5,
  adam: 0.02,
  amsgrad: 0.02,
  adamw: 0.02,
  adamax: 0.02,
  nadam: 0.02,
  lion: 0.02,
};

test.each(Object.entries(tuned))('the mean shape’s rate for %s follows from its stride: %d', (id, rate) => {
  if (!isOptimizerId(id)) throw new Error(id);
  expect(defaultRate(id)).toBe(rate);
});
