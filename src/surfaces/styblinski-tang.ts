import type { SurfaceDef } from './types.ts';

/** Four wells of different depth, and a flat top between them. */
export const styblinskiTang = {
  name: 'Styblinski–Tang',
  formula: '(x^4 - 16*x^2 + 5*x + y^4 - 16*y^2 + 5*y)/2',
  domain: [-5, 5, -5, 5],
  minima: [{ at: [-2.903534027771177, -2.903534027771177], f: -78.33233140754285 }],
  cut: 40,
  relief: 0.4,
  reference: 'Styblinski & Tang 1990, doi:10.1016/0893-6080(90)90029-K',
} as const satisfies SurfaceDef;
