import type { SurfaceDef } from './types.ts';

/** Three ways down and three up from a point where the Hessian vanishes. */
export const monkeySaddle = {
  name: 'Monkey saddle',
  nameJa: '猿の鞍',
  formula: 'x^3 - 3*x*y^2',
  domain: [-2, 2, -2, 2],
  minima: [],
  cut: 6,
  relief: 0.5,
  reference: 'Hilbert & Cohn-Vossen 1932, Anschauliche Geometrie, §29',
} as const satisfies SurfaceDef;
