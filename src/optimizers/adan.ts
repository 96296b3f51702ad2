import { firstMoment } from './lines.ts';
import { beta1, beta2, beta3, eps, lr, weightDecay } from './params.ts';
import type { OptimizerDef } from './types.ts';

/**
 * Nesterov's look-ahead by differences of gradients: `d` is their mean, `n` the mean square of the gradient that looks ahead. β as in the
 * authors' code, 1 − β of the paper, and with its corrections of the means' start from zero.
 */
export const adan = {
  name: 'Adan',
  semantics: {
    paper: {
      params: {
        lr: lr(0.001),
        beta1: beta1(0.98),
        beta2: beta2(0.92),
        beta3: beta3(0.99),
        eps: eps(1e-8),
        weight_decay: weightDecay(0),
      },
      state: ['m', 'd', 'n', 'h'],
      perStep: [
        // 0 at the first update, which has no gradient before it (`h`); 1 at all others.
        ['later', 'min(t - 1, 1)'],
        ['rate_m', 'lr/(1 - beta1^t)'],
        ['rate_d', 'lr*beta2/(1 - beta2^t)'],
        ['root', 'sqrt(1 - beta3^t)'],
        ['shrink', '1 + lr*weight_decay'],
      ],
      perCoordinate: [
        ['u', 'later*(g - h)'],
        firstMoment,
        ['d', 'd + (1 - beta2)*(u - d)'],
        ['n', 'beta3*n + (1 - beta3)*(g + beta2*u)^2'],
        ['h', 'g'],
        ['q', 'sqrt(n)/root + eps'],
        ['x', '(x - rate_m*m/q - rate_d*d/q)/shrink'],
      ],
    },
  },
  rate: {
    ofSide: 0.5 / 20,
    measured: {
      bowl: 1,
      sphere: 1,
      booth: 2,
      matyas: 1,
      rosenbrock: 0.2,
      beale: 0.1,
      'goldstein-price': 0.1,
      himmelblau: 0.5,
      rastrigin: 1,
      ackley: 1,
      'levy-13': 1,
      griewank: 1,
      schwefel: 5,
      eggholder: 5,
      easom: 0.5,
      'bukin-6': 0.005,
      'styblinski-tang': 0.5,
      'six-hump-camel': 0.2,
      'three-hump-camel': 0.2,
      mccormick: 0.2,
      'two-gaussians': 0.2,
      saddle: 0.02,
      'monkey-saddle': 0.02,
    },
  },
  reference: 'Xie et al. 2022, arXiv:2208.06677, Algorithm 1; code of the authors (sail-sg/Adan)',
} as const satisfies OptimizerDef;
