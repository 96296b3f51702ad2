import { l2Penalty } from './lines.ts';
import { lr, weightDecay } from './params.ts';
import type { OptimizerDef } from './types.ts';

/** Gradient descent; stochastic only where the gradient is. */
export const sgd = {
  name: 'SGD',
  family: 'gradient',
  semantics: {
    torch: {
      params: { lr: lr(0.001), weight_decay: weightDecay(0) },
      perCoordinate: [l2Penalty, ['x', 'x - lr*g']],
    },
    book: {
      params: { lr: lr(0.01) },
      perCoordinate: [['x', 'x - lr*g']],
    },
  },
  rate: {
    by: 'gradient',
    measured: {
      bowl: 0.95,
      sphere: 0.1,
      booth: 0.05,
      matyas: 0.5,
      rosenbrock: 0.001,
      beale: 0.05,
      'goldstein-price': 0.00002,
      himmelblau: 0.005,
      rastrigin: 0.001,
      ackley: 0.005,
      'levy-13': 0.0001,
      griewank: 0.2,
      schwefel: 1,
      eggholder: 0.2,
      easom: 0.2,
      'bukin-6': 0.0002,
      'styblinski-tang': 0.01,
      'six-hump-camel': 0.02,
      'three-hump-camel': 0.05,
      mccormick: 0.1,
      'two-gaussians': 0.05,
      saddle: 0.06,
      'monkey-saddle': 0.08,
    },
  },
  hue: 0,
  // Each update multiplies the part along an eigenvector by 1 − ηλ.
  stableBelow: ({ weight_decay = 0 }, curvature) => 2 / (curvature + weight_decay),
  contraction: ({ lr = NaN, weight_decay = 0 }, curvature) => Math.abs(1 - lr * (curvature + weight_decay)),
  reference: 'Robbins & Monro 1951, doi:10.1214/aoms/1177729586; torch.optim.SGD',
} as const satisfies OptimizerDef;
