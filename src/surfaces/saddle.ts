import type { SurfaceDef } from './types.ts';

/** No minimum: first everything rests on the pass, then leaves along y. */
export const saddle = {
  name: 'Saddle',
  formula: 'x^2 - y^2',
  domain: [-2, 2, -2, 2],
  minima: [],
  start: [1.5, 1e-3],
  steps: 60,
  cut: 3,
  relief: 0.5,
  learningRates: {
    sgd: 0.06,
    momentum: 0.015,
    nesterov: 0.012,
    adagrad: 0.08,
    rmsprop: 0.008,
    adadelta: 0.3,
    adam: 0.025,
    amsgrad: 0.025,
    adamw: 0.025,
    adamax: 0.04,
    nadam: 0.02,
    lion: 0.03,
  },
  reference: 'Dauphin et al. 2014, arXiv:1406.2572',
} as const satisfies SurfaceDef;
