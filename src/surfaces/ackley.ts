import type { SurfaceDef } from './types.ts';

/** Ripples around a funnel whose tip is a kink: f is finite at (0, 0), its gradient is not defined there (0/0). */
export const ackley = {
  name: 'Ackley',
  formula: '20 + e - 20*exp(-0.2*sqrt((x^2 + y^2)/2)) - exp((cos(2*pi*x) + cos(2*pi*y))/2)',
  domain: [-5, 5, -5, 5],
  minima: [{ at: [0, 0], f: 0 }],
  cut: 13,
  relief: 0.45,
  reference: 'Ackley 1987, A Connectionist Machine for Genetic Hillclimbing; https://www.sfu.ca/~ssurjano/ackley.html',
} as const satisfies SurfaceDef;
