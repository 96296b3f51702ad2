import type { SurfaceDef } from './types.ts';

/** Crates of eggs, ever larger towards the corners. The lowest place of the domain lies on its border: beyond, f falls further. */
export const eggholder = {
  name: 'Eggholder',
  nameJa: 'エッグホルダー',
  formula: '-((y + 47)*sin(sqrt(abs(y + x/2 + 47)))) - x*sin(sqrt(abs(x - (y + 47))))',
  domain: [-512, 512, -512, 512],
  minima: [{ at: [512, 404.2318051137578], f: -959.640662720851 }],
  cut: 1050,
  relief: 0.35,
  reference: 'Whitley et al. 1996, doi:10.1016/0004-3702(95)00124-7; https://www.sfu.ca/~ssurjano/egg.html',
} as const satisfies SurfaceDef;
