import { l2Penalty } from './lines.ts';
import { lr, momentum as coefficient, weightDecay } from './params.ts';
import { largestRoot } from './roots.ts';
import type { OptimizerDef } from './types.ts';

/**
 * The heavy ball. torch keeps lr out of the memory, the book bakes it in: the same path at a constant lr, another one
 * as soon as lr moves. `momentum` is 0.9 here, where torch.optim.SGD has 0.
 */
export const momentum = {
  name: 'Momentum',
  family: 'gradient',
  semantics: {
    torch: {
      params: { lr: lr(0.001), momentum: coefficient(0.9), weight_decay: weightDecay(0) },
      state: ['b'],
      perCoordinate: [l2Penalty, ['b', 'momentum*b + g'], ['x', 'x - lr*b']],
    },
    book: {
      params: { lr: lr(0.01), momentum: coefficient(0.9) },
      state: ['v'],
      perCoordinate: [
        ['v', 'momentum*v - lr*g'],
        ['x', 'x + v'],
      ],
    },
  },
  rate: {
    by: 'gradient',
    measured: {
      bowl: 0.1,
      sphere: 0.02,
      booth: 0.005,
      matyas: 0.05,
      rosenbrock: 0.001,
      beale: 0.005,
      'goldstein-price': 0.00002,
      himmelblau: 0.001,
      rastrigin: 0.0005,
      ackley: 0.01,
      'levy-13': 0.002,
      griewank: 0.1,
      schwefel: 0.2,
      eggholder: 0.1,
      easom: 0.05,
      'bukin-6': 0.00005,
      'styblinski-tang': 0.002,
      'six-hump-camel': 0.005,
      'three-hump-camel': 0.01,
      mccormick: 0.01,
      'two-gaussians': 0.01,
      saddle: 0.015,
      'monkey-saddle': 0.003,
    },
  },
  hue: 1,
  // The roots of z² − (1 + β − ηλ)z + β lie within the unit circle.
  stableBelow: ({ momentum = 0, weight_decay = 0 }, curvature) =>
    momentum < 1 ? (2 * (1 + momentum)) / (curvature + weight_decay) : NaN,
  contraction: ({ lr = NaN, momentum = 0, weight_decay = 0 }, curvature) =>
    largestRoot(1 + momentum - lr * (curvature + weight_decay), momentum),
  reference: 'Polyak 1964, doi:10.1016/0041-5553(64)90137-5; torch.optim.SGD(momentum=0.9)',
} as const satisfies OptimizerDef;
