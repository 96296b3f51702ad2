import type { SurfaceDef } from './types.ts';

/** A hole in a plain: where it is flat, no gradient says where to go. */
export const easom = {
  name: 'Easom',
  formula: '-(cos(x)*cos(y)*exp(-((x - pi)^2 + (y - pi)^2)))',
  domain: [-1, 7, -1, 7],
  minima: [{ at: [Math.PI, Math.PI], f: -1 }],
  cut: 0.35,
  relief: 0.4,
  reference: 'Easom 1990; https://www.sfu.ca/~ssurjano/easom.html',
} as const satisfies SurfaceDef;
