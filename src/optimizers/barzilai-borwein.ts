import { lr } from './params.ts';
import type { OptimizerDef } from './types.ts';

/**
 * A rate from the last step `s` and what the gradient changed by on it: one over the curvature met there. `lr` is the first step's alone.
 * Where f curves down the rate would be negative; its size is taken.
 */
export const barzilaiBorwein = {
  name: 'Barzilai–Borwein',
  semantics: {
    paper: {
      params: { lr: lr(0.001) },
      state: ['s', 'h'],
      perStep: [['first', 'max(2 - t, 0)']],
      perPoint: [
        ['curved', 'abs(sum(s*(g - h)))'],
        // Once nothing moves any more, 0 over 0.
        ['rate', 'first*lr + sum(s^2)/(curved + first + 1e-30)'],
      ],
      perCoordinate: [
        ['s', '-rate*g'],
        ['x', 'x - rate*g'],
        ['h', 'g'],
      ],
    },
  },
  rate: { by: 'gradient' },
  rate: {
    measured: {
      booth: 0.0002,
      matyas: 0.5,
      beale: 0.0005,
      'goldstein-price': 0.0001,
      himmelblau: 0.005,
      rastrigin: 0.2,
      ackley: 0.0005,
      'levy-13': 0.02,
      griewank: 0.5,
      schwefel: 5,
      eggholder: 5,
      easom: 0.005,
      'six-hump-camel': 0.0002,
      'three-hump-camel': 0.05,
      mccormick: 0.1,
    },
  },
  reference: 'Barzilai & Borwein 1988, doi:10.1093/imanum/8.1.141, equation 5',
} as const satisfies OptimizerDef;
