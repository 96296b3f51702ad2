import { adamUpdate, biasCorrections, firstMoment, l2Penalty, secondMoment } from './lines.ts';
import { beta1, beta2, eps, lr, weightDecay } from './params.ts';
import type { OptimizerDef } from './types.ts';

/** Momentum over RMSProp, with both means' start from zero corrected. The book's ε stands before the correction, torch's behind it. */
export const adam = {
  name: 'Adam',
  semantics: {
    torch: {
      params: { lr: lr(0.001), beta1: beta1(0.9), beta2: beta2(0.999), eps: eps(1e-8), weight_decay: weightDecay(0) },
      state: ['m', 'v'],
      perStep: biasCorrections,
      perCoordinate: [l2Penalty, firstMoment, secondMoment, adamUpdate],
    },
    book: {
      params: { lr: lr(0.001), beta1: beta1(0.9), beta2: beta2(0.999), eps: eps(1e-7) },
      state: ['m', 'v'],
      perStep: [['rate', 'lr*sqrt(1 - beta2^t)/(1 - beta1^t)']],
      perCoordinate: [firstMoment, ['v', 'v + (1 - beta2)*(g^2 - v)'], ['x', 'x - rate*m/(sqrt(v) + eps)']],
    },
  },
  rate: {
    // The book's experiment: lr over the 20 units of its domain. So it is for all that step near lr.
    ofSide: 0.3 / 20,
    measured: {
      bowl: 0.3,
      sphere: 0.5,
      booth: 1,
      matyas: 2,
      rosenbrock: 0.2,
      beale: 0.2,
      'goldstein-price': 0.05,
      himmelblau: 0.5,
      rastrigin: 0.5,
      ackley: 1,
      'levy-13': 0.2,
      griewank: 0.2,
      schwefel: 5,
      eggholder: 2,
      easom: 0.1,
      'bukin-6': 0.005,
      'styblinski-tang': 0.2,
      'six-hump-camel': 0.1,
      'three-hump-camel': 0.5,
      mccormick: 0.1,
      'two-gaussians': 0.2,
      saddle: 0.025,
      'monkey-saddle': 0.025,
    },
  },
  hue: 3,
  reference: 'Kingma & Ba 2015, arXiv:1412.6980; torch.optim.Adam',
} as const satisfies OptimizerDef;
