import type { SurfaceDef } from './types.ts';

/** Four valleys in a wall that rises to a million: what is low spans five powers of ten. */
export const goldsteinPrice = {
  name: 'Goldstein–Price',
  formula:
    '(1 + (x + y + 1)^2*(19 - 14*x + 3*x^2 - 14*y + 6*x*y + 3*y^2))*(30 + (2*x - 3*y)^2*(18 - 32*x + 12*x^2 + 48*y - 36*x*y + 27*y^2))',
  domain: [-2, 2, -2, 2],
  minima: [{ at: [0, -1], f: 3 }],
  cut: 3000,
  relief: 0.35,
  reference: 'Goldstein & Price 1971, doi:10.1090/S0025-5718-1971-0312365-X; https://www.sfu.ca/~ssurjano/goldpr.html',
} as const satisfies SurfaceDef;
