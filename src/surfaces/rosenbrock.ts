import type { SurfaceDef } from './types.ts';

/** The banana valley: found in a few steps, followed for thousands. */
export const rosenbrock = {
  name: 'Rosenbrock',
  formula: '(1 - x)^2 + 100*(y - x^2)^2',
  domain: [-2, 2, -1, 3],
  minima: [{ at: [1, 1], f: 0 }],
  cut: 100,
  relief: 0.4,
  reference: 'Rosenbrock 1960, doi:10.1093/comjnl/3.3.175',
} as const satisfies SurfaceDef;
