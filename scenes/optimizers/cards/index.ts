import type { OptimizerCard } from './types.ts';
import { adagrad } from './adagrad.ts';
import { adam } from './adam.ts';
import { momentum } from './momentum.ts';
import { redundancy } from './redundancy.ts';
import { secondOrder } from './second-order.ts';
import { semantics } from './semantics.ts';
import { tooLarge } from './too-large.ts';
import { zigzag } from './zigzag.ts';

/** The tour of the optimizer scene, in its order. */
export const cards: readonly OptimizerCard[] = [
  zigzag,
  momentum,
  adagrad,
  adam,
  tooLarge,
  semantics,
  secondOrder,
  redundancy,
];
