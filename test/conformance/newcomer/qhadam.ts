import { beta1, beta2, eps, lr } from '../../../src/optimizers/params.ts';
import type { OptimizerDef } from '../../../src/optimizers/types.ts';

/** Adam that follows three tenths of the gradient itself beside seven of its mean (the paper's ν₁ = 0.7, ν₂ = 1). */
export const qhadam = {
  name: 'QHAdam',
  semantics: {
    paper: {
      params: { lr: lr(0.001), beta1: beta1(0.9), beta2: beta2(0.999), eps: eps(1e-8) },
      state: ['m', 'v'],
      perStep: [
        ['c1', '1 - beta1^t'],
        ['c2', '1 - beta2^t'],
      ],
      perCoordinate: [
        ['m', 'beta1*m + (1 - beta1)*g'],
        ['v', 'beta2*v + (1 - beta2)*g^2'],
        ['x', 'x - lr*(0.3*g + 0.7*m/c1)/(sqrt(v/c2) + eps)'],
      ],
    },
  },
  reference: 'Ma & Yarats 2019, arXiv:1810.06801, equation 15',
} as const satisfies OptimizerDef;
