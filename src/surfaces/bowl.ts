import type { SurfaceDef } from './types.ts';

/** The book's long dish, where the steepest way down misses the minimum; `anisotropy` stretches it along x. */
export const bowl = {
  name: 'Bowl',
  formula: 'x^2/anisotropy + y^2',
  params: { anisotropy: { default: 20, min: 1, max: 100, scale: 'log', accepts: { above: 0 } } },
  domain: [-10, 10, -10, 10],
  minima: [{ at: [0, 0], f: 0 }],
  start: [-7, 2],
  steps: 30,
  cut: 8,
  relief: 0.42,
  semantics: 'book',
  learningRates: {
    sgd: 0.95,
    momentum: 0.1,
    nesterov: 0.1,
    adagrad: 1.5,
    rmsprop: 0.2,
    adadelta: 50,
    adam: 0.3,
    amsgrad: 0.3,
    adamw: 0.3,
    adamax: 0.5,
    nadam: 0.5,
    lion: 0.2,
  },
  reference: '『ゼロから作るDeep Learning』 6.1, ch06/optimizer_compare_naive.py',
} as const satisfies SurfaceDef;
