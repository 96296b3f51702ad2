import type { SurfaceDef } from './types.ts';

/** Ripples of three frequencies on a bowl. */
export const levy13 = {
  name: 'Lévy 13',
  formula: 'sin(3*pi*x)^2 + (x - 1)^2*(1 + sin(3*pi*y)^2) + (y - 1)^2*(1 + sin(2*pi*y)^2)',
  domain: [-4, 6, -4, 6],
  minima: [{ at: [1, 1], f: 0 }],
  cut: 60,
  relief: 0.4,
  reference: 'https://www.sfu.ca/~ssurjano/levy13.html',
} as const satisfies SurfaceDef;
