import type { SurfaceDef } from './types.ts';

/** Two narrow pits in a bowl, the deeper one farther from the start. */
export const twoGaussians = {
  name: 'Two Gaussians',
  formula: 'x^2 + y^2 - 2*exp(-((x - 1)^2 + y^2)/0.2) - 3*exp(-((x + 1)^2 + y^2)/0.2)',
  domain: [-2, 2, -2, 2],
  minima: [{ at: [-0.9363006340109186, 0], f: -2.0630902517681946 }],
  start: [0.75, 1.8],
  steps: 60,
  cut: 5,
  relief: 0.4,
  learningRates: {
    sgd: 0.05,
    momentum: 0.01,
    nesterov: 0.01,
    adagrad: 0.5,
    rmsprop: 0.02,
    adadelta: 20,
    adam: 0.2,
    amsgrad: 0.2,
    adamw: 0.2,
    adamax: 0.5,
    nadam: 0.1,
    lion: 0.05,
  },
  reference: 'Lili Jiang, gradient_descent_viz, "global and local minimum"',
} as const satisfies SurfaceDef;
