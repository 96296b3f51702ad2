import { l2Penalty } from './lines.ts';
import { lr, momentum, weightDecay } from './params.ts';
import { largestRoot } from './roots.ts';
import type { OptimizerDef } from './types.ts';

/**
 * Momentum that looks ahead. The book's rule is that of its correction of January 2021 (07b1161): x moves by the
 * memory before its update.
 */
export const nesterov = {
  name: 'Nesterov',
  family: 'gradient',
  semantics: {
    torch: {
      params: { lr: lr(0.001), momentum: momentum(0.9), weight_decay: weightDecay(0) },
      state: ['b'],
      perCoordinate: [l2Penalty, ['b', 'momentum*b + g'], ['x', 'x - lr*(g + momentum*b)']],
    },
    book: {
      params: { lr: lr(0.01), momentum: momentum(0.9) },
      state: ['v'],
      perCoordinate: [
        ['x', 'x + momentum*momentum*v - (1 + momentum)*lr*g'],
        ['v', 'momentum*v - lr*g'],
      ],
    },
  },
  rate: {
    by: 'gradient',
    measured: {
      bowl: 0.1,
      sphere: 0.02,
      booth: 0.005,
      matyas: 0.1,
      rosenbrock: 0.001,
      beale: 0.005,
      'goldstein-price': 0.00002,
      himmelblau: 0.002,
      rastrigin: 0.0005,
      ackley: 0.002,
      'levy-13': 0.001,
      griewank: 0.1,
      schwefel: 0.2,
      eggholder: 0.1,
      easom: 0.05,
      'bukin-6': 0.00001,
      'styblinski-tang': 0.002,
      'six-hump-camel': 0.01,
      'three-hump-camel': 0.1,
      mccormick: 0.02,
      'two-gaussians': 0.01,
      saddle: 0.012,
      'monkey-saddle': 0.004,
    },
  },
  hue: 5,
  // The roots of z² − (1 + β)(1 − ηλ)z + β(1 − ηλ) lie within the unit circle.
  stableBelow: ({ momentum: beta = 0, weight_decay = 0 }, curvature) =>
    beta < 1 ? (2 * (1 + beta)) / ((1 + 2 * beta) * (curvature + weight_decay)) : NaN,
  contraction: ({ lr = NaN, momentum: beta = 0, weight_decay = 0 }, curvature) => {
    const kept = 1 - lr * (curvature + weight_decay);
    return largestRoot((1 + beta) * kept, beta * kept);
  },
  reference: 'Sutskever et al. 2013, PMLR 28(3):1139–1147; torch.optim.SGD(momentum=0.9, nesterov=True)',
} as const satisfies OptimizerDef;
