import type { DataSpec } from '../data/index.ts';
import type { NetworkSpec } from '../types.ts';

/** A net of 46 weights on thirty samples of the wave: small enough that Levenberg–Marquardt may decompose its Jacobian at each step. */
export const fiftyWeights = {
  data: { id: 'wave', count: 30, noise: 0, seed: 1 },
  network: {
    ...{ inputs: 1, hidden: [5, 5], outputs: 1, activation: 'tanh', task: 'values', loss: 'squared-error' },
    ...{ batchNorm: false, dropout: 0, decay: 0 },
  },
} as const satisfies { readonly data: DataSpec; readonly network: NetworkSpec };
