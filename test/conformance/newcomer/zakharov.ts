import type { SurfaceDef } from '../../../src/surfaces/types.ts';

/** A trough that is steeper the further one is from it. */
export const zakharov = {
  name: 'Zakharov',
  formula: 'x^2 + y^2 + (x/2 + y)^2 + (x/2 + y)^4',
  domain: [-5, 10, -5, 10],
  minima: [{ at: [0, 0], f: 0 }],
  cut: 1000,
  relief: 0.4,
  reference: 'https://www.sfu.ca/~ssurjano/zakharov.html',
} as const satisfies SurfaceDef;
