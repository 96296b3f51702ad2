import { firstMoment } from './lines.ts';
import { beta1, beta2, eps, lr } from './params.ts';
import type { OptimizerDef } from './types.ts';

/** Adam that divides by how far gradients stray from their own mean, not by how large they are. */
export const adabelief = {
  name: 'AdaBelief',
  semantics: {
    paper: {
      params: { lr: lr(0.001), beta1: beta1(0.9), beta2: beta2(0.999), eps: eps(1e-8) },
      state: ['m', 's'],
      perStep: [
        ['c1', '1 - beta1^t'],
        ['c2', '1 - beta2^t'],
      ],
      perCoordinate: [
        firstMoment,
        ['s', 'beta2*s + (1 - beta2)*(g - m)^2 + eps'],
        ['x', 'x - lr*(m/c1)/(sqrt(s/c2) + eps)'],
      ],
    },
  },
  rate: {
    ofSide: 0.2 / 20,
    measured: {
      bowl: 0.2,
      sphere: 0.2,
      booth: 1,
      matyas: 1,
      rosenbrock: 0.2,
      beale: 0.1,
      'goldstein-price': 0.02,
      himmelblau: 0.2,
      rastrigin: 0.5,
      ackley: 0.01,
      'levy-13': 0.2,
      griewank: 0.2,
      schwefel: 5,
      eggholder: 2,
      easom: 0.05,
      'bukin-6': 0.005,
      'styblinski-tang': 0.5,
      'six-hump-camel': 0.1,
      'three-hump-camel': 0.05,
      mccormick: 0.1,
      'two-gaussians': 0.2,
      saddle: 0.01,
      'monkey-saddle': 0.01,
    },
  },
  reference: 'Zhuang et al. 2020, arXiv:2010.07468, Algorithm 2',
} as const satisfies OptimizerDef;
