import type { SurfaceDef } from './types.ts';

/** Three minima in a row, the middle one the lowest. */
export const threeHumpCamel = {
  name: 'Three-hump camel',
  nameJa: '三こぶラクダ',
  formula: '2*x^2 - 1.05*x^4 + x^6/6 + x*y + y^2',
  domain: [-2.4, 2.4, -2.4, 2.4],
  minima: [{ at: [0, 0], f: 0 }],
  cut: 8,
  relief: 0.4,
  reference: 'https://www.sfu.ca/~ssurjano/camel3.html',
} as const satisfies SurfaceDef;
