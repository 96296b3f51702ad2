import type { DataSpec } from '../data/index.ts';
import type { TrainSpec } from '../types.ts';

/**
 * Where full-batch gradient descent is seen at the edge of stability (Cohen et al. 2021): twenty samples of the wave, tanh, squared error. The sharpness begins at about a third of
 * 2/lr, rises past it within 200 updates, and then hovers there while the loss goes on falling.
 */
export const edgeOfStability = {
  data: { id: 'wave', count: 20, noise: 0, seed: 1 },
  train: {
    network: {
      ...{ inputs: 1, hidden: [16, 16], outputs: 1, activation: 'tanh', task: 'values', loss: 'squared-error' },
      ...{ batchNorm: false, dropout: 0, decay: 0 },
    },
    ...{ init: 'xavier', initStd: 0, optimizer: 'sgd', semantics: 'torch', params: { lr: 0.2, weight_decay: 0 } },
    ...{ batch: 0, steps: 4000, seed: 1, every: 50 },
  },
} as const satisfies { readonly data: DataSpec; readonly train: TrainSpec };
