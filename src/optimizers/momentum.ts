import { l2Penalty } from './lines.ts';
import { lr, momentum as coefficient, weightDecay } from './params.ts';
import type { OptimizerDef } from './types.ts';

/**
 * The heavy ball. torch keeps lr out of the memory, the book bakes it in: the same path at a constant lr, another one
 * as soon as lr moves. `momentum` is 0.9 here, where torch.optim.SGD has 0.
 */
export const momentum = {
  name: 'Momentum',
  semantics: {
    torch: {
      params: { lr: lr(0.001), momentum: coefficient(0.9), weight_decay: weightDecay(0) },
      state: ['b'],
      perCoordinate: [l2Penalty, ['b', 'momentum*b + g'], ['x', 'x - lr*b']],
    },
    book: {
      params: { lr: lr(0.01), momentum: coefficient(0.9) },
      state: ['v'],
      perCoordinate: [
        ['v', 'momentum*v - lr*g'],
        ['x', 'x + v'],
      ],
    },
  },
  reference: 'Polyak 1964, doi:10.1016/0041-5553(64)90137-5; torch.optim.SGD(momentum=0.9)',
} as const satisfies OptimizerDef;
