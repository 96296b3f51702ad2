import type { SurfaceDef } from './types.ts';

/** Many minima on a bowl so shallow that, near by, it is hardly there. */
export const griewank = {
  name: 'Griewank',
  formula: '1 + (x^2 + y^2)/4000 - cos(x)*cos(y/sqrt(2))',
  domain: [-10, 10, -10, 10],
  minima: [{ at: [0, 0], f: 0 }],
  cut: 2.2,
  relief: 0.3,
  reference: 'Griewank 1981, doi:10.1007/BF00933356; https://www.sfu.ca/~ssurjano/griewank.html',
} as const satisfies SurfaceDef;
