import { l2Penalty } from './lines.ts';
import { decay, eps, lr, weightDecay } from './params.ts';
import type { OptimizerDef } from './types.ts';

/**
 * The ratio of two running means, of steps (`a`) and of gradients (`v`), takes the place of the learning rate; `lr`
 * only scales it, so its slider goes far above the others'.
 */
export const adadelta = {
  name: 'AdaDelta',
  semantics: {
    torch: {
      params: { lr: { ...lr(1), max: 100 }, rho: decay(0.9, 'ρ'), eps: eps(1e-6), weight_decay: weightDecay(0) },
      state: ['v', 'a'],
      perCoordinate: [
        l2Penalty,
        ['v', 'rho*v + (1 - rho)*g^2'],
        ['d', 'sqrt(a + eps)/sqrt(v + eps)*g'],
        ['a', 'rho*a + (1 - rho)*d^2'],
        ['x', 'x - lr*d'],
      ],
    },
  },
  rate: {
    // Its first steps are lr · √(ε/(1 − ρ)), about lr/300.
    ofSide: 50 / 20,
    measured: {
      bowl: 50,
      sphere: 50,
      booth: 50,
      matyas: 50,
      rosenbrock: 10,
      beale: 5,
      'goldstein-price': 1,
      himmelblau: 20,
      rastrigin: 1,
      ackley: 2,
      'levy-13': 50,
      griewank: 10,
      schwefel: 50,
      eggholder: 50,
      easom: 2,
      'bukin-6': 1,
      'styblinski-tang': 20,
      'six-hump-camel': 5,
      'three-hump-camel': 10,
      mccormick: 20,
      'two-gaussians': 20,
      saddle: 0.3,
      'monkey-saddle': 0.25,
    },
  },
  reference: 'Zeiler 2012, arXiv:1212.5701; torch.optim.Adadelta',
} as const satisfies OptimizerDef;
