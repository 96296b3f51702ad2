import type { Asked, OptimizerCard } from './types.ts';
import { adagrad } from './adagrad.ts';
import { adam } from './adam.ts';
import { momentum } from './momentum.ts';
import { redundancy } from './redundancy.ts';
import { secondOrder } from './second-order.ts';
import { semantics } from './semantics.ts';
import { tooLarge } from './too-large.ts';
import { tour, type CardId } from './tour.ts';
import { zigzag } from './zigzag.ts';
import '../words/cards.ts';

const asked: Readonly<Record<CardId, Asked>> = {
  zigzag,
  momentum,
  adagrad,
  adam,
  'too-large': tooLarge,
  semantics,
  'second-order': secondOrder,
  redundancy,
};

/** The questions of the tour, whole. */
export const cards: readonly OptimizerCard[] = tour.map((head) => ({ ...head, ...asked[head.id] }));
