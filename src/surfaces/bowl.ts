import type { SurfaceDef } from './types.ts';

/** The book's long dish, where the steepest way down misses the minimum; `anisotropy` stretches it along x. */
export const bowl = {
  name: 'Bowl',
  nameJa: '椀（ボウル）',
  formula: 'x^2/anisotropy + y^2',
  params: { anisotropy: { default: 20, min: 1, max: 100, scale: 'log', accepts: { above: 0 } } },
  domain: [-10, 10, -10, 10],
  minima: [{ at: [0, 0], f: 0 }],
  cut: 8,
  relief: 0.42,
  reference: '『ゼロから作るDeep Learning』 6.1, ch06/optimizer_compare_naive.py',
} as const satisfies SurfaceDef;
