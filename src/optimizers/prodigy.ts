import type { ParamSpec } from '../params/spec.ts';
import { beta1, beta2, eps, factor } from './params.ts';
import type { OptimizerDef } from './types.ts';

const firstGuess: ParamSpec = { default: 1e-6, min: 1e-8, max: 1, scale: 'log', symbol: 'd₀', accepts: { min: 0 } };

/**
 * Adam whose learning rate is its guess of how far the minimum is from the start, `guess`: a lower bound that gradients along the way
 * raise. `z` is how far x is from the start, `s` the mean of gradients that the bound is made with.
 */
export const prodigy = {
  name: 'Prodigy',
  family: 'own-rate',
  semantics: {
    paper: {
      params: { lr: factor, beta1: beta1(0.9), beta2: beta2(0.999), eps: eps(1e-8), d0: firstGuess },
      state: ['m', 'v', 's', 'z'],
      carried: { bound: 0, guess: 0, along: 0 },
      perStep: [['beta3', 'sqrt(beta2)']],
      perPoint: [
        ['guess', 'max(max(guess, bound), d0)'],
        ['weight', '(1 - beta3)*lr*guess^2'],
        ['along', 'beta3*along - weight*sum(g*z)'],
        // Divided by 0 only where no gradient has been but 0.
        ['bound', 'along/(sum(abs(beta3*s + weight*g)) + 1e-30)'],
        ['rate', 'lr*guess'],
      ],
      perCoordinate: [
        ['m', 'beta1*m + (1 - beta1)*guess*g'],
        ['v', 'beta2*v + (1 - beta2)*(guess*g)^2'],
        ['s', 'beta3*s + weight*g'],
        ['step', 'rate*m/(sqrt(v) + guess*eps)'],
        ['x', 'x - step'],
        ['z', 'z - step'],
      ],
    },
  },
  rate: { by: 'itself' },
  reference: 'Mishchenko & Defazio 2023, arXiv:2306.06101, Algorithm 4',
} as const satisfies OptimizerDef;
