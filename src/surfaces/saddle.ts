import type { SurfaceDef } from './types.ts';

/** No minimum: first everything rests on the pass, then leaves along y. */
export const saddle = {
  name: 'Saddle',
  nameJa: '鞍',
  formula: 'x^2 - y^2',
  domain: [-2, 2, -2, 2],
  minima: [],
  cut: 3,
  relief: 0.5,
  reference: 'Dauphin et al. 2014, arXiv:1406.2572',
} as const satisfies SurfaceDef;
