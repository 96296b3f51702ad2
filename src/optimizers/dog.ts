import type { ParamSpec } from '../params/spec.ts';
import { factor } from './params.ts';
import type { OptimizerDef } from './types.ts';

const firstDistance: ParamSpec = {
  default: 1e-6,
  min: 1e-8,
  max: 1,
  scale: 'log',
  symbol: 'r_ε',
  accepts: { min: 0 },
};

/**
 * Distance over gradients: the farthest that the path has been from its start, over the root of the sum of all squared gradients. It starts
 * with next to no distance, and finds out. `d` is how far x is from the start.
 */
export const dog = {
  name: 'DoG',
  family: 'own-rate',
  semantics: {
    paper: {
      params: { lr: factor, r_eps: firstDistance },
      state: ['d'],
      carried: { r: 0, total: 0 },
      perPoint: [
        ['total', 'total + sum(g^2)'],
        ['r', 'max(max(r, sqrt(sum(d^2))), r_eps*(1 + sqrt(sum((x - d)^2))))'],
        // The guard is that of the authors' code.
        ['rate', 'lr*r/sqrt(total + 1e-8)'],
      ],
      perCoordinate: [
        ['d', 'd - rate*g'],
        ['x', 'x - rate*g'],
      ],
    },
  },
  rate: { by: 'itself' },
  reference: 'Ivgi, Hinder & Carmon 2023, arXiv:2302.12022, section 2',
} as const satisfies OptimizerDef;
