import type { SurfaceDef } from './types.ts';

/** A slanted valley whose axes are not the coordinates'. */
export const booth = {
  name: 'Booth',
  formula: '(x + 2*y - 7)^2 + (2*x + y - 5)^2',
  domain: [-10, 10, -10, 10],
  minima: [{ at: [1, 3], f: 0 }],
  cut: 800,
  relief: 0.4,
  reference: 'https://www.sfu.ca/~ssurjano/booth.html',
} as const satisfies SurfaceDef;
