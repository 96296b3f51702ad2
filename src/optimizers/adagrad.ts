import { l2Penalty } from './lines.ts';
import { eps, lr, weightDecay } from './params.ts';
import type { OptimizerDef } from './types.ts';

/** Each coordinate's step shrinks with all the gradients that it has seen. */
export const adagrad = {
  name: 'AdaGrad',
  semantics: {
    torch: {
      params: { lr: lr(0.01), eps: eps(1e-10), weight_decay: weightDecay(0) },
      state: ['s'],
      perCoordinate: [l2Penalty, ['s', 's + g^2'], ['x', 'x - lr*g/(sqrt(s) + eps)']],
    },
    book: {
      params: { lr: lr(0.01), eps: eps(1e-7) },
      state: ['h'],
      perCoordinate: [
        ['h', 'h + g*g'],
        ['x', 'x - lr*g/(sqrt(h) + eps)'],
      ],
    },
  },
  rate: {
    ofSide: 1.5 / 20,
    measured: {
      bowl: 1.5,
      sphere: 1,
      booth: 2,
      matyas: 2,
      rosenbrock: 0.2,
      beale: 0.5,
      'goldstein-price': 0.1,
      himmelblau: 0.5,
      rastrigin: 0.5,
      ackley: 0.1,
      'levy-13': 0.5,
      griewank: 0.5,
      schwefel: 10,
      eggholder: 5,
      easom: 0.2,
      'bukin-6': 0.02,
      'styblinski-tang': 0.5,
      'six-hump-camel': 0.2,
      'three-hump-camel': 0.2,
      mccormick: 0.5,
      'two-gaussians': 0.5,
      saddle: 0.08,
      'monkey-saddle': 0.08,
    },
  },
  hue: 2,
  reference: 'Duchi, Hazan & Singer 2011, JMLR 12:2121–2159; torch.optim.Adagrad',
} as const satisfies OptimizerDef;
