import { factor } from './params.ts';
import type { OptimizerDef } from './types.ts';

/** The step that would reach the least value, were f as steep all the way: needs no learning rate, but that value (`fmin`). */
export const polyak = {
  name: 'Polyak',
  family: 'own-rate',
  semantics: {
    paper: {
      params: { lr: factor },
      // f may come out a rounding below the least value that is known; at the minimum itself the slope is 0, too.
      perPoint: [['rate', 'lr*max(f - fmin, 0)/(sum(g^2) + 1e-30)']],
      perCoordinate: [['x', 'x - rate*g']],
    },
  },
  rate: { by: 'itself' },
  reference: 'Polyak 1969, doi:10.1016/0041-5553(69)90061-5',
} as const satisfies OptimizerDef;
