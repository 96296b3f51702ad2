import { l2Penalty } from './lines.ts';
import { decay, eps, lr, weightDecay } from './params.ts';
import type { OptimizerDef } from './types.ts';

/** AdaGrad that forgets. `alpha` is the book's `decay_rate`. */
export const rmsprop = {
  name: 'RMSProp',
  semantics: {
    torch: {
      params: { lr: lr(0.01), alpha: decay(0.99, 'α'), eps: eps(1e-8), weight_decay: weightDecay(0) },
      state: ['v'],
      perCoordinate: [l2Penalty, ['v', 'alpha*v + (1 - alpha)*g^2'], ['x', 'x - lr*g/(sqrt(v) + eps)']],
    },
    book: {
      params: { lr: lr(0.01), alpha: decay(0.99, 'α'), eps: eps(1e-7) },
      state: ['h'],
      perCoordinate: [
        ['h', 'alpha*h + (1 - alpha)*g*g'],
        ['x', 'x - lr*g/(sqrt(h) + eps)'],
      ],
    },
  },
  rate: {
    ofSide: 0.2 / 20,
    measured: {
      bowl: 0.2,
      sphere: 0.1,
      booth: 0.2,
      matyas: 0.2,
      rosenbrock: 0.02,
      beale: 0.05,
      'goldstein-price': 0.005,
      himmelblau: 0.05,
      rastrigin: 0.05,
      ackley: 0.01,
      'levy-13': 0.05,
      griewank: 0.05,
      schwefel: 1,
      eggholder: 1,
      easom: 0.01,
      'bukin-6': 0.005,
      'styblinski-tang': 0.05,
      'six-hump-camel': 0.02,
      'three-hump-camel': 0.02,
      mccormick: 0.02,
      'two-gaussians': 0.02,
      saddle: 0.008,
      'monkey-saddle': 0.008,
    },
  },
  hue: 4,
  reference: 'Tieleman & Hinton 2012, COURSERA lecture 6.5; torch.optim.RMSprop',
} as const satisfies OptimizerDef;
