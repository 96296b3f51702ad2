import type { SurfaceDef } from './types.ts';

/** The second lowest minima are far from the lowest, which is in a corner. */
export const schwefel = {
  name: 'Schwefel',
  formula: '837.9657745448674 - x*sin(sqrt(abs(x))) - y*sin(sqrt(abs(y)))',
  domain: [-500, 500, -500, 500],
  minima: [{ at: [420.96874635998205, 420.96874635998205], f: 0 }],
  cut: 1700,
  relief: 0.35,
  reference: 'Schwefel 1981, Numerical Optimization of Computer Models; https://www.sfu.ca/~ssurjano/schwef.html',
} as const satisfies SurfaceDef;
