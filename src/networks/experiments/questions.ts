import { strategyIds } from '../search/strategies.ts';
import { network, overfit, sgd } from './book.ts';
import type { ExperimentDef } from './types.ts';

/** Questions that the book leaves open, on its digits and with its networks. */
export const questions = {
  /** Batch normalization or dropout? Both, and neither, on the 300 digits that six layers learn by heart. */
  'norm-or-dropout': overfit(201, {
    plain: {},
    dropout: { dropout: 0.2 },
    normed: { batchNorm: true },
    both: { batchNorm: true, dropout: 0.2 },
  }),
  /** Is a minibatch too small or too large? The network and lr of chapter 4 on 1,000 digits; the loss on all of them by updates, one at a time up to all at once. */
  'batch-sizes': {
    ...{ kind: 'trainings', samples: 1000, reads: ['loss'] },
    contestants: [1, 10, 100, 1000].map((batch) => ({
      name: String(batch),
      spec: { ...sgd, params: { lr: 0.1 }, batch, network: network(1, { hidden: [50] }) },
    })),
    ...{ updates: 601, every: 10, quantity: 'loss', axis: { name: 'updates', from: 1 } },
  },
  /** Random or genetic? Swarms over weight decay and learning rate, in a space with its best in the middle: equal budgets, three seeds. */
  'search-strategies': {
    ...{ kind: 'searches', strategies: strategyIds, repeats: 3 },
    spec: {
      ...{ space: { decay: [-6, 0], lr: [-4, 0.5] }, trials: 40, population: 8, hidden: [100, 100] },
      ...{ subset: 500, validation: 0.2, epochs: 20, batch: 100 },
    },
  },
} as const satisfies Readonly<Record<string, ExperimentDef>>;
