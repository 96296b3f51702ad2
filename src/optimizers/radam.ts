import { firstMoment, l2Penalty, secondMoment } from './lines.ts';
import { beta1, beta2, eps, lr, weightDecay } from './params.ts';
import type { OptimizerDef } from './types.ts';

/**
 * Adam that distrusts its second moment while few gradients went into it: ρ counts them. Up to ρ = 5 it is momentum alone, whose steps
 * are as long as the slope is steep; from then on Adam, shortened by `rect`.
 */
export const radam = {
  name: 'RAdam',
  semantics: {
    torch: {
      params: { lr: lr(0.001), beta1: beta1(0.9), beta2: beta2(0.999), eps: eps(1e-8), weight_decay: weightDecay(0) },
      state: ['m', 'v'],
      perStep: [
        ['c1', '1 - beta1^t'],
        ['c2', '1 - beta2^t'],
        ['rho_inf', '2/(1 - beta2) - 1'],
        ['rho', 'rho_inf - 2*t*beta2^t/c2'],
        // 1 from ρ > 5 on, 0 before. Only then are the differences below meant, and positive.
        ['warm', 'max(sign(rho - 5), 0)'],
        ['rect', 'sqrt(max((rho - 4)*(rho - 2)*rho_inf/(max(rho_inf - 4, 1)*max(rho_inf - 2, 1)*rho), 0))'],
        ['rate_m', '(1 - warm)*lr/c1'],
        ['rate', 'warm*rect*lr*sqrt(c2)/c1'],
      ],
      perCoordinate: [l2Penalty, firstMoment, secondMoment, ['x', 'x - rate_m*m - rate*m/(sqrt(v) + eps)']],
    },
  },
  rate: {
    // So long as it is momentum alone.
    by: 'gradient',
    measured: {
      bowl: 1,
      sphere: 0.1,
      booth: 0.05,
      matyas: 0.5,
      rosenbrock: 0.0002,
      beale: 0.02,
      'goldstein-price': 0.00005,
      himmelblau: 0.05,
      rastrigin: 0.02,
      ackley: 0.2,
      'levy-13': 0.02,
      griewank: 1,
      schwefel: 5,
      eggholder: 2,
      easom: 0.5,
      'bukin-6': 0.02,
      'styblinski-tang': 0.005,
      'six-hump-camel': 0.05,
      'three-hump-camel': 0.2,
      mccormick: 0.2,
      'two-gaussians': 0.2,
      saddle: 0.2,
      'monkey-saddle': 0.05,
    },
  },
  reference: 'Liu et al. 2020, arXiv:1908.03265; torch.optim.RAdam',
} as const satisfies OptimizerDef;
