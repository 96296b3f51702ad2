import type { SurfaceDef } from './types.ts';

/** Four minima of the same depth: where one ends depends on how one walks. */
export const himmelblau = {
  name: 'Himmelblau',
  formula: '(x^2 + y - 11)^2 + (x + y^2 - 7)^2',
  domain: [-6, 6, -6, 6],
  minima: [
    { at: [3, 2], f: 0 },
    { at: [-2.805118086952745, 3.131312518250573], f: 0 },
    { at: [-3.779310253377747, -3.28318599128617], f: 0 },
    { at: [3.584428340330492, -1.848126526964404], f: 0 },
  ],
  cut: 250,
  relief: 0.4,
  reference: 'Himmelblau 1972, Applied Nonlinear Programming',
} as const satisfies SurfaceDef;
