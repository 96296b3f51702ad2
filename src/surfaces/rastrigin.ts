import type { SurfaceDef } from './types.ts';

/** A paraboloid full of dimples, one at about every whole number. */
export const rastrigin = {
  name: 'Rastrigin',
  formula: '20 + x^2 - 10*cos(2*pi*x) + y^2 - 10*cos(2*pi*y)',
  domain: [-5.12, 5.12, -5.12, 5.12],
  minima: [{ at: [0, 0], f: 0 }],
  cut: 60,
  relief: 0.35,
  reference: 'Rastrigin 1974; https://www.sfu.ca/~ssurjano/rastr.html',
} as const satisfies SurfaceDef;
