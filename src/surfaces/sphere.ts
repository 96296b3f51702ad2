import type { SurfaceDef } from './types.ts';

export const sphere = {
  name: 'Sphere',
  nameJa: '球（Sphere 関数）',
  formula: 'x^2 + y^2',
  domain: [-5, 5, -5, 5],
  minima: [{ at: [0, 0], f: 0 }],
  cut: 25,
  relief: 0.4,
  reference: 'De Jong 1975, function F1; https://www.sfu.ca/~ssurjano/spheref.html',
} as const satisfies SurfaceDef;
