import type { Asked, OptimizerCard } from './types.ts';
import { adagrad } from './adagrad.ts';
import { adam } from './adam.ts';
import { batch } from './batch.ts';
import { border } from './border.ts';
import { momentum } from './momentum.ts';
import { ownRate } from './own-rate.ts';
import { plateau } from './plateau.ts';
import { redundancy } from './redundancy.ts';
import { schedule } from './schedule.ts';
import { secondOrder } from './second-order.ts';
import { semantics } from './semantics.ts';
import { stability } from './stability.ts';
import { tooLarge } from './too-large.ts';
import { tour, type CardId } from './tour.ts';
import { tuning } from './tuning.ts';
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
  border,
  stability,
  tuning,
  schedule,
  batch,
  'own-rate': ownRate,
  plateau,
};

/** The questions of the tour, whole. */
export const cards: readonly OptimizerCard[] = tour.map((head) => ({ ...head, ...asked[head.id] }));
