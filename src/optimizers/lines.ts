import type { Assignment } from './types.ts';

/* Lines that several rules share, as torch.optim computes them. */

/** L2 penalty: λx joins the gradient before anything else sees it (AdamW and Lion do otherwise). */
export const l2Penalty: Assignment = ['g', 'g + weight_decay*x'];

/** m ← β₁m + (1−β₁)g, written as torch's lerp. */
export const firstMoment: Assignment = ['m', 'm + (1 - beta1)*(g - m)'];

/** v ← β₂v + (1−β₂)g². */
export const secondMoment: Assignment = ['v', 'beta2*v + (1 - beta2)*g^2'];

/** Adam's corrections, once a step: `rate` = η/(1−β₁ᵗ) and `root` = √(1−β₂ᵗ). */
export const biasCorrections: readonly Assignment[] = [
  ['rate', 'lr/(1 - beta1^t)'],
  ['root', 'sqrt(1 - beta2^t)'],
];

/** x ← x − η m̂/(√v̂ + ε). */
export const adamUpdate: Assignment = ['x', 'x - rate*m/(sqrt(v)/root + eps)'];
