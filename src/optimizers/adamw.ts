import { adam } from './adam.ts';
import { adamUpdate, biasCorrections, firstMoment, secondMoment } from './lines.ts';
import { beta1, beta2, eps, lr, weightDecay } from './params.ts';
import type { OptimizerDef } from './types.ts';

/** Adam with weight decay taken out of the gradient: x shrinks first, and the moments never see it. */
export const adamw = {
  name: 'AdamW',
  semantics: {
    torch: {
      params: {
        lr: lr(0.001),
        beta1: beta1(0.9),
        beta2: beta2(0.999),
        eps: eps(1e-8),
        weight_decay: weightDecay(0.01),
      },
      state: ['m', 'v'],
      perStep: biasCorrections,
      perCoordinate: [['x', 'x*(1 - lr*weight_decay)'], firstMoment, secondMoment, adamUpdate],
    },
  },
  rate: adam.rate,
  reference: 'Loshchilov & Hutter 2019, arXiv:1711.05101; torch.optim.AdamW',
} as const satisfies OptimizerDef;
