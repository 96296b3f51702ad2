import type { ParamSpec } from '../params/spec.ts';
import { firstMoment, l2Penalty, secondMoment } from './lines.ts';
import { beta1, beta2, eps, lr, weightDecay } from './params.ts';
import type { OptimizerDef } from './types.ts';

const momentumDecay: ParamSpec = {
  default: 0.004,
  min: 0,
  max: 0.1,
  scale: 'linear',
  symbol: 'ψ',
  accepts: { min: 0 },
};

/** Adam with Nesterov's look-ahead: β₁ warms up as `mu`, and `product` carries μ₁μ₂…μₜ for the bias correction. */
export const nadam = {
  name: 'NAdam',
  semantics: {
    torch: {
      params: {
        lr: lr(0.002),
        beta1: beta1(0.9),
        beta2: beta2(0.999),
        eps: eps(1e-8),
        weight_decay: weightDecay(0),
        momentum_decay: momentumDecay,
      },
      state: ['m', 'v'],
      carried: { product: 1 },
      perStep: [
        ['mu', 'beta1*(1 - 0.5*0.96^(t*momentum_decay))'],
        ['mu_next', 'beta1*(1 - 0.5*0.96^((t + 1)*momentum_decay))'],
        ['product', 'product*mu'],
        ['rate_g', 'lr*(1 - mu)/(1 - product)'],
        ['rate_m', 'lr*mu_next/(1 - product*mu_next)'],
        ['c2', '1 - beta2^t'],
      ],
      perCoordinate: [
        l2Penalty,
        firstMoment,
        secondMoment,
        ['d', 'sqrt(v/c2) + eps'],
        ['x', 'x - rate_g*g/d - rate_m*m/d'],
      ],
    },
  },
  rate: {
    ofSide: 0.5 / 20,
    measured: {
      bowl: 0.5,
      sphere: 0.5,
      booth: 1,
      matyas: 1,
      rosenbrock: 0.2,
      beale: 0.1,
      'goldstein-price': 0.01,
      himmelblau: 0.2,
      rastrigin: 0.02,
      ackley: 0.01,
      'levy-13': 0.2,
      griewank: 0.1,
      schwefel: 5,
      eggholder: 2,
      easom: 0.05,
      'bukin-6': 0.005,
      'styblinski-tang': 0.2,
      'six-hump-camel': 0.05,
      'three-hump-camel': 0.05,
      mccormick: 0.1,
      'two-gaussians': 0.1,
      saddle: 0.02,
      'monkey-saddle': 0.02,
    },
  },
  reference: 'Dozat 2016, ICLR workshop, OM0jvwB8jIp57ZJjtNEZ; torch.optim.NAdam',
} as const satisfies OptimizerDef;
