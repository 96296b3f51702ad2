import type { SurfaceDef } from './types.ts';

/** Four wells of different depth, and a flat top between them. */
export const styblinskiTang = {
  name: 'Styblinski–Tang',
  formula: '(x^4 - 16*x^2 + 5*x + y^4 - 16*y^2 + 5*y)/2',
  domain: [-5, 5, -5, 5],
  minima: [{ at: [-2.903534027771177, -2.903534027771177], f: -78.33233140754285 }],
  start: [-0.3, 4.3],
  steps: 60,
  cut: 40,
  relief: 0.4,
  learningRates: {
    sgd: 0.01,
    momentum: 0.002,
    nesterov: 0.002,
    adagrad: 0.5,
    rmsprop: 0.05,
    adadelta: 20,
    adam: 0.2,
    amsgrad: 0.2,
    adamw: 0.2,
    adamax: 0.2,
    nadam: 0.2,
    lion: 0.1,
  },
  reference: 'Styblinski & Tang 1990, doi:10.1016/0893-6080(90)90029-K',
} as const satisfies SurfaceDef;
