import { beta1, beta2, lr, weightDecay } from './params.ts';
import type { OptimizerDef } from './types.ts';

/** Only the sign of a blend of memory and gradient moves x: every step is ±η in each coordinate. */
export const lion = {
  name: 'Lion',
  family: 'gradient',
  semantics: {
    paper: {
      params: { lr: lr(1e-4), beta1: beta1(0.9), beta2: beta2(0.99), weight_decay: weightDecay(0) },
      state: ['m'],
      perCoordinate: [
        ['u', 'sign(beta1*m + (1 - beta1)*g)'],
        ['x', 'x - lr*(u + weight_decay*x)'],
        ['m', 'beta2*m + (1 - beta2)*g'],
      ],
    },
  },
  rate: {
    ofSide: 0.2 / 20,
    measured: {
      bowl: 0.2,
      sphere: 0.1,
      booth: 0.1,
      matyas: 0.2,
      rosenbrock: 0.01,
      beale: 0.05,
      'goldstein-price': 0.02,
      himmelblau: 0.1,
      rastrigin: 0.01,
      ackley: 0.02,
      'levy-13': 0.05,
      griewank: 0.1,
      schwefel: 1,
      eggholder: 1,
      easom: 0.05,
      'bukin-6': 0.02,
      'styblinski-tang': 0.1,
      'six-hump-camel': 0.05,
      'three-hump-camel': 0.01,
      mccormick: 0.1,
      'two-gaussians': 0.05,
      saddle: 0.03,
      'monkey-saddle': 0.03,
    },
  },
  reference: 'Chen et al. 2023, arXiv:2302.06675, Algorithm 2',
} as const satisfies OptimizerDef;
