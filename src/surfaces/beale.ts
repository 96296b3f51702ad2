import type { SurfaceDef } from './types.ts';

/** A flat valley between walls that rise with the sixth power. */
export const beale = {
  name: 'Beale',
  formula: '(1.5 - x + x*y)^2 + (2.25 - x + x*y^2)^2 + (2.625 - x + x*y^3)^2',
  domain: [-4.5, 4.5, -4.5, 4.5],
  minima: [{ at: [3, 0.5], f: 0 }],
  cut: 40,
  relief: 0.36,
  reference: 'Beale 1958; Moré, Garbow & Hillstrom 1981, doi:10.1145/355934.355936, problem 5',
} as const satisfies SurfaceDef;
