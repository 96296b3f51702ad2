import type { SurfaceDef } from './types.ts';

/** A valley along a parabola that is a kink: across it the slope grows without bound, along it there is hardly any. */
export const bukin6 = {
  name: 'Bukin 6',
  formula: '100*sqrt(abs(y - 0.01*x^2)) + 0.01*abs(x + 10)',
  domain: [-15, -5, -3, 3],
  minima: [{ at: [-10, 1], f: 0 }],
  cut: 230,
  relief: 0.4,
  reference: 'https://www.sfu.ca/~ssurjano/bukin6.html',
} as const satisfies SurfaceDef;
