import type { ParamSpec } from '../params/spec.ts';
import { lr } from './params.ts';
import type { OptimizerDef } from './types.ts';

const radius: ParamSpec = { default: 0.05, min: 0, max: 1, scale: 'linear', symbol: 'ρ', accepts: { min: 0 } };

/** Descends by the gradient at the worst place near by, a step of length ρ uphill: it does not come to rest where f is sharp. */
export const sam = {
  name: 'SAM',
  family: 'gradient',
  semantics: {
    paper: {
      params: { lr: lr(0.001), radius },
      // The guard is that of the usual PyTorch code.
      gradientAt: 'x + radius*g/(sqrt(sum(g^2)) + 1e-12)',
      perCoordinate: [['x', 'x - lr*g']],
    },
  },
  rate: {
    like: 'sgd',
    measured: {
      bowl: 0.5,
      sphere: 0.1,
      booth: 0.05,
      matyas: 0.5,
      rosenbrock: 0.0002,
      beale: 0.02,
      'goldstein-price': 0.00002,
      himmelblau: 0.005,
      // By hand: calmer ones end on the ridge beside the start, which is lower ρ uphill.
      rastrigin: 0.005,
      ackley: 0.005,
      'levy-13': 0.002,
      griewank: 0.2,
      schwefel: 1,
      eggholder: 0.2,
      easom: 0.1,
      'bukin-6': 0.00005,
      'styblinski-tang': 0.01,
      'six-hump-camel': 0.02,
      'three-hump-camel': 0.02,
      mccormick: 0.1,
      'two-gaussians': 0.05,
      saddle: 0.1,
      'monkey-saddle': 0.05,
    },
  },
  reference: 'Foret et al. 2021, arXiv:2010.01412, Algorithm 1 (over SGD)',
} as const satisfies OptimizerDef;
