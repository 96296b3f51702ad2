import { beta1, beta2, eps, lr } from '../../../src/optimizers/params.ts';
import type { OptimizerDef } from '../../../src/optimizers/types.ts';

/** Adam that divides by how far gradients stray from their own mean, not by how large they are. */
export const adabelief = {
  name: 'AdaBelief',
  semantics: {
    paper: {
      params: { lr: lr(0.001), beta1: beta1(0.9), beta2: beta2(0.999), eps: eps(1e-8) },
      state: ['m', 's'],
      perStep: [
        ['c1', '1 - beta1^t'],
        ['c2', '1 - beta2^t'],
      ],
      perCoordinate: [
        ['m', 'beta1*m + (1 - beta1)*g'],
        ['s', 'beta2*s + (1 - beta2)*(g - m)^2 + eps'],
        ['x', 'x - lr*(m/c1)/(sqrt(s/c2) + eps)'],
      ],
    },
  },
  reference: 'Zhuang et al. 2020, arXiv:2010.07468, Algorithm 2',
} as const satisfies OptimizerDef;
