import { adam } from './adam.ts';
import { biasCorrections, firstMoment, l2Penalty, secondMoment } from './lines.ts';
import { beta1, beta2, eps, lr, weightDecay } from './params.ts';
import type { OptimizerDef } from './types.ts';

/** Adam whose second moment (`w`) never falls. */
export const amsgrad = {
  name: 'AMSGrad',
  semantics: {
    torch: {
      params: { lr: lr(0.001), beta1: beta1(0.9), beta2: beta2(0.999), eps: eps(1e-8), weight_decay: weightDecay(0) },
      state: ['m', 'v', 'w'],
      perStep: biasCorrections,
      perCoordinate: [
        l2Penalty,
        firstMoment,
        secondMoment,
        ['w', 'max(w, v)'],
        ['x', 'x - rate*m/(sqrt(w)/root + eps)'],
      ],
    },
  },
  rate: adam.rate,
  reference: 'Reddi, Kale & Kumar 2018, arXiv:1904.09237; torch.optim.Adam(amsgrad=True)',
} as const satisfies OptimizerDef;
