import type { SurfaceDef } from './types.ts';

/** The banana valley: found in a few steps, followed for thousands. */
export const rosenbrock = {
  name: 'Rosenbrock',
  formula: '(1 - x)^2 + 100*(y - x^2)^2',
  domain: [-2, 2, -1, 3],
  minima: [{ at: [1, 1], f: 0 }],
  start: [-1.2, 1],
  steps: 200,
  cut: 100,
  relief: 0.4,
  learningRates: {
    sgd: 0.001,
    momentum: 0.001,
    nesterov: 0.001,
    adagrad: 0.2,
    rmsprop: 0.02,
    adadelta: 10,
    adam: 0.2,
    amsgrad: 0.2,
    adamw: 0.2,
    adamax: 0.2,
    nadam: 0.2,
    lion: 0.01,
  },
  reference: 'Rosenbrock 1960, doi:10.1093/comjnl/3.3.175',
} as const satisfies SurfaceDef;
