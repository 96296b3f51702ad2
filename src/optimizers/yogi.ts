import { firstMoment } from './lines.ts';
import { beta1, beta2, eps, lr } from './params.ts';
import type { OptimizerDef } from './types.ts';

/** Adam whose second moment moves towards g² by a share of g², not of the distance: where gradients shrink it forgets slowly. */
export const yogi = {
  name: 'Yogi',
  semantics: {
    paper: {
      params: { lr: lr(0.01), beta1: beta1(0.9), beta2: beta2(0.999), eps: eps(1e-3) },
      state: ['m', 'v'],
      perCoordinate: [firstMoment, ['v', 'v - (1 - beta2)*sign(v - g^2)*g^2'], ['x', 'x - lr*m/(sqrt(v) + eps)']],
    },
  },
  rate: {
    ofSide: 0.1 / 20,
    measured: {
      bowl: 0.05,
      sphere: 0.05,
      booth: 0.1,
      matyas: 0.2,
      rosenbrock: 0.1,
      beale: 0.05,
      'goldstein-price': 0.005,
      himmelblau: 0.05,
      rastrigin: 0.2,
      ackley: 0.05,
      'levy-13': 0.1,
      griewank: 0.5,
      schwefel: 2,
      eggholder: 1,
      easom: 0.02,
      'bukin-6': 0.002,
      'styblinski-tang': 0.02,
      'six-hump-camel': 0.05,
      'three-hump-camel': 0.02,
      mccormick: 0.02,
      'two-gaussians': 0.05,
      saddle: 0.005,
      'monkey-saddle': 0.005,
    },
  },
  reference: 'Zaheer et al. 2018, Adaptive Methods for Nonconvex Optimization, Algorithm 2',
} as const satisfies OptimizerDef;
