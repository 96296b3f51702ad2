import { beta1, beta2, eps, lr } from '../../../src/optimizers/params.ts';
import type { OptimizerDef } from '../../../src/optimizers/types.ts';

/** Adam in another order: each gradient is divided by what came before it, and only then averaged. The first only tells how large gradients are. */
export const adopt = {
  name: 'ADOPT',
  semantics: {
    paper: {
      params: { lr: lr(0.001), beta1: beta1(0.9), beta2: beta2(0.9999), eps: eps(1e-6) },
      state: ['m', 'v'],
      perStep: [['later', 'min(t - 1, 1)']],
      perCoordinate: [
        ['m', 'beta1*m + later*(1 - beta1)*g/max(sqrt(v), eps)'],
        ['x', 'x - lr*m'],
        ['v', 'v + (1 - later*beta2)*(g^2 - v)'],
      ],
    },
  },
  reference: 'Taniguchi et al. 2024, arXiv:2411.02853, Algorithm 2',
} as const satisfies OptimizerDef;
