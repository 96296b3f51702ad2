import type { SurfaceDef } from '../../../src/surfaces/types.ts';

/** A trough that is steeper the further one is from it (its page has −5 … 10, where Lion’s even steps would leave the map). */
export const zakharov = {
  name: 'Zakharov',
  formula: 'x^2 + y^2 + (x/2 + y)^2 + (x/2 + y)^4',
  domain: [-5, 5, -5, 5],
  minima: [{ at: [0, 0], f: 0 }],
  cut: 1000,
  relief: 0.4,
  reference: 'https://www.sfu.ca/~ssurjano/zakharov.html',
} as const satisfies SurfaceDef;
