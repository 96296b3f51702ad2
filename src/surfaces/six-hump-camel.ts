import type { SurfaceDef } from './types.ts';

/** Six minima, two of them global. */
export const sixHumpCamel = {
  name: 'Six-hump camel',
  formula: '(4 - 2.1*x^2 + x^4/3)*x^2 + x*y + (4*y^2 - 4)*y^2',
  domain: [-2.4, 2.4, -1.4, 1.4],
  minima: [
    { at: [0.08984201310031806, -0.7126564030207396], f: -1.031628453489877 },
    { at: [-0.08984201310031806, 0.7126564030207396], f: -1.031628453489877 },
  ],
  start: [2, 0.3],
  steps: 60,
  cut: 5,
  relief: 0.45,
  learningRates: {
    sgd: 0.02,
    momentum: 0.005,
    nesterov: 0.01,
    adagrad: 0.2,
    rmsprop: 0.02,
    adadelta: 5,
    adam: 0.1,
    amsgrad: 0.1,
    adamw: 0.1,
    adamax: 0.5,
    nadam: 0.05,
    lion: 0.05,
  },
  reference: 'Dixon & Szegő 1978, Towards Global Optimization 2; https://www.sfu.ca/~ssurjano/camel6.html',
} as const satisfies SurfaceDef;
