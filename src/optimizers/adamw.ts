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
  // Its decay is lr · λ of x: where a domain is wide, and lr a length in it, it would pull everything to the origin.
  rate: { ...adam.rate, measured: { ...adam.rate.measured, schwefel: 0.5, eggholder: 0.05 } },
  reference: 'Loshchilov & Hutter 2019, arXiv:1711.05101; torch.optim.AdamW',
} as const satisfies OptimizerDef;
