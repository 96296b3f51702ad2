import { firstMoment, l2Penalty } from './lines.ts';
import { beta1, beta2, eps, lr, weightDecay } from './params.ts';
import type { OptimizerDef } from './types.ts';

/** Adam under the maximum norm: `u` is a decaying maximum of |g|. */
export const adamax = {
  name: 'Adamax',
  semantics: {
    torch: {
      params: { lr: lr(0.002), beta1: beta1(0.9), beta2: beta2(0.999), eps: eps(1e-8), weight_decay: weightDecay(0) },
      state: ['m', 'u'],
      perStep: [['rate', 'lr/(1 - beta1^t)']],
      perCoordinate: [l2Penalty, firstMoment, ['u', 'max(beta2*u, abs(g) + eps)'], ['x', 'x - rate*m/u']],
    },
  },
  reference: 'Kingma & Ba 2015, arXiv:1412.6980, Algorithm 2; torch.optim.Adamax',
} as const satisfies OptimizerDef;
