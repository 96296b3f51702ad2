import type { SurfaceDef } from './types.ts';

/** A trough along the diagonal, 25 times as flat as it is steep across. */
export const matyas = {
  name: 'Matyas',
  formula: '0.26*(x^2 + y^2) - 0.48*x*y',
  domain: [-10, 10, -10, 10],
  minima: [{ at: [0, 0], f: 0 }],
  cut: 30,
  relief: 0.35,
  reference: 'https://www.sfu.ca/~ssurjano/matya.html',
} as const satisfies SurfaceDef;
