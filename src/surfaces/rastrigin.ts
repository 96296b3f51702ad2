import type { SurfaceDef } from './types.ts';

/** A paraboloid full of dimples, one at about every whole number. */
export const rastrigin = {
  name: 'Rastrigin',
  formula: '20 + x^2 - 10*cos(2*pi*x) + y^2 - 10*cos(2*pi*y)',
  domain: [-5.12, 5.12, -5.12, 5.12],
  minima: [{ at: [0, 0], f: 0 }],
  start: [-2, 3.5],
  steps: 100,
  cut: 60,
  relief: 0.35,
  learningRates: {
    sgd: 0.001,
    momentum: 0.0005,
    nesterov: 0.0005,
    adagrad: 0.5,
    rmsprop: 0.05,
    adadelta: 1,
    adam: 0.5,
    amsgrad: 0.5,
    adamw: 0.5,
    adamax: 1,
    nadam: 0.02,
    lion: 0.01,
  },
  reference: 'Rastrigin 1974; https://www.sfu.ca/~ssurjano/rastr.html',
} as const satisfies SurfaceDef;
