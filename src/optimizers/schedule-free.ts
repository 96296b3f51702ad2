import type { ParamSpec } from '../params/spec.ts';
import { lr } from './params.ts';
import type { OptimizerDef } from './types.ts';

const nearMean: ParamSpec = { default: 0.9, min: 0, max: 1, scale: 'linear', symbol: 'β', accepts: { min: 0, max: 1 } };

/**
 * x is the mean of all places that a plain descent, z, has been to; the gradient is taken between the two. What schedules of falling rates do,
 * the mean does. `d` is z − x.
 */
export const scheduleFree = {
  name: 'Schedule-free SGD',
  family: 'gradient',
  semantics: {
    paper: {
      params: { lr: lr(0.001), beta: nearMean },
      state: ['d'],
      perStep: [['share', '1/(t + 1)']],
      gradientAt: 'x + (1 - beta)*d',
      perCoordinate: [
        ['u', 'd - lr*g'],
        ['x', 'x + share*u'],
        ['d', '(1 - share)*u'],
      ],
    },
  },
  rate: {
    like: 'sgd',
    measured: {
      bowl: 1,
      sphere: 0.05,
      booth: 0.1,
      matyas: 1,
      rosenbrock: 0.005,
      beale: 0.05,
      'goldstein-price': 0.0001,
      himmelblau: 0.05,
      rastrigin: 0.01,
      ackley: 0.2,
      'levy-13': 0.02,
      griewank: 2,
      schwefel: 5,
      eggholder: 2,
      easom: 1,
      'bukin-6': 0.0005,
      'styblinski-tang': 0.02,
      'six-hump-camel': 0.1,
      'three-hump-camel': 0.1,
      mccormick: 0.2,
      'two-gaussians': 0.2,
      saddle: 0.2,
      'monkey-saddle': 0.1,
    },
  },
  reference: 'Defazio et al. 2024, arXiv:2405.15682, equations 2–4',
} as const satisfies OptimizerDef;
