import type { SurfaceDef } from './types.ts';

/** A slanted trough with waves in it, whose lowest is at one end. */
export const mccormick = {
  name: 'McCormick',
  formula: 'sin(x + y) + (x - y)^2 - 1.5*x + 2.5*y + 1',
  domain: [-1.5, 4, -3, 4],
  minima: [{ at: [-0.5471975511965977, -1.5471975511965979], f: -1.9132229549810364 }],
  cut: 25,
  relief: 0.4,
  reference: 'McCormick 1976, doi:10.1007/BF01580665; https://www.sfu.ca/~ssurjano/mccorm.html',
} as const satisfies SurfaceDef;
