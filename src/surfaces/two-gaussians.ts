import type { SurfaceDef } from './types.ts';

/** Two narrow pits in a bowl, the deeper one farther from the start. */
export const twoGaussians = {
  name: 'Two Gaussians',
  nameJa: '2 つのガウス関数',
  formula: 'x^2 + y^2 - 2*exp(-((x - 1)^2 + y^2)/0.2) - 3*exp(-((x + 1)^2 + y^2)/0.2)',
  domain: [-2, 2, -2, 2],
  minima: [{ at: [-0.9363006340109186, 0], f: -2.0630902517681946 }],
  cut: 5,
  relief: 0.4,
  reference: 'Lili Jiang, gradient_descent_viz, "global and local minimum"',
} as const satisfies SurfaceDef;
