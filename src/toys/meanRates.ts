import type { OptimizerId } from '../optimizers/index.ts';

/**
 * Learning rates under which a rule brings the toy's points to rest within the steps of the view (64 points, seed 1: each loss within 3 % of the least
 * that any rule found), and no faster than the eye follows. A point's part of a mean loss is small, so plain gradient descent needs large ones; those that rescale it do not.
 */
const rates = {
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
} as const satisfies Record<OptimizerId, number>;

export const defaultRate = (optimizer: OptimizerId): number => rates[optimizer];
