import { firstMoment, l2Penalty } from './lines.ts';
import { beta1, beta2, eps, lr, weightDecay } from './params.ts';
import type { OptimizerDef } from './types.ts';

/** Adam under the maximum norm: `u` is a decaying maximum of |g|. */
export const adamax = {
  name: 'Adamax',
  semantics: {
    torch: {
      params: { lr: lr(0.002), beta1: beta1(0.9), beta2: beta2(0.999), eps: eps(1e-8), weight_decay: weightDecay(0) },
      state: ['m', 'u'],
      perStep: [['rate', 'lr/(1 - beta1^t)']],
      perCoordinate: [l2Penalty, firstMoment, ['u', 'max(beta2*u, abs(g) + eps)'], ['x', 'x - rate*m/u']],
    },
  },
  rate: {
    ofSide: 0.5 / 20,
    measured: {
      bowl: 0.5,
      sphere: 0.5,
      booth: 1,
      matyas: 2,
      rosenbrock: 0.2,
      beale: 0.2,
      'goldstein-price': 0.05,
      himmelblau: 0.2,
      rastrigin: 1,
      ackley: 1,
      'levy-13': 0.5,
      griewank: 0.5,
      schwefel: 5,
      eggholder: 2,
      easom: 0.2,
      'bukin-6': 0.005,
      'styblinski-tang': 0.2,
      'six-hump-camel': 0.5,
      'three-hump-camel': 0.1,
      mccormick: 0.2,
      'two-gaussians': 0.5,
      saddle: 0.04,
      'monkey-saddle': 0.04,
    },
  },
  reference: 'Kingma & Ba 2015, arXiv:1412.6980, Algorithm 2; torch.optim.Adamax',
} as const satisfies OptimizerDef;
