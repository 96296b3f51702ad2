import type { SurfaceDef } from './types.ts';

export const sphere = {
  name: 'Sphere',
  formula: 'x^2 + y^2',
  domain: [-5, 5, -5, 5],
  minima: [{ at: [0, 0], f: 0 }],
  start: [-4, 2],
  steps: 40,
  cut: 25,
  relief: 0.4,
  learningRates: {
    sgd: 0.1,
    momentum: 0.02,
    nesterov: 0.02,
    adagrad: 1,
    rmsprop: 0.1,
    adadelta: 50,
    adam: 0.5,
    amsgrad: 0.5,
    adamw: 0.5,
    adamax: 0.5,
    nadam: 0.5,
    lion: 0.1,
  },
  reference: 'De Jong 1975, function F1; https://www.sfu.ca/~ssurjano/spheref.html',
} as const satisfies SurfaceDef;
