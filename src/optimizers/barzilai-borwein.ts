import { lr } from './params.ts';
import type { OptimizerDef } from './types.ts';

/**
 * A rate from the last step `s` and what the gradient changed by on it: one over the curvature met there. `lr` is the first step's alone.
 * Where f curves down the rate would be negative; its size is taken.
 */
export const barzilaiBorwein = {
  name: 'Barzilai–Borwein',
  family: 'own-rate',
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
  rate: { by: 'first-step' },
  reference: 'Barzilai & Borwein 1988, doi:10.1093/imanum/8.1.141, equation 5',
} as const satisfies OptimizerDef;
