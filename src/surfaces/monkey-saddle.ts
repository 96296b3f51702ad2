import type { SurfaceDef } from './types.ts';

/** Three ways down and three up from a point where the Hessian vanishes. */
export const monkeySaddle = {
  name: 'Monkey saddle',
  formula: 'x^3 - 3*x*y^2',
  domain: [-2, 2, -2, 2],
  minima: [],
  start: [1.5, 1e-3],
  steps: 60,
  cut: 6,
  relief: 0.5,
  learningRates: {
    sgd: 0.08,
    momentum: 0.003,
    nesterov: 0.004,
    adagrad: 0.08,
    rmsprop: 0.008,
    adadelta: 0.25,
    adam: 0.025,
    amsgrad: 0.025,
    adamw: 0.025,
    adamax: 0.04,
    nadam: 0.02,
    lion: 0.03,
  },
  reference: 'Hilbert & Cohn-Vossen 1932, Anschauliche Geometrie, §29',
} as const satisfies SurfaceDef;
