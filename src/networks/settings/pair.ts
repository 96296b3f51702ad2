import type { DataSpec } from '../data/index.ts';
import type { CurveOptions } from '../landscape/curve.ts';
import type { TrainSpec } from '../types.ts';

/**
 * Two nets that learned the same two moons from different starts (`train`, and the same with `otherSeed`): both are good, the straight line between them runs over a wall, and a
 * Bézier curve goes round it (Garipov et al. 2018).
 */
export const connectedPair = {
  data: { id: 'moons', count: 100, noise: 0.1, seed: 1 },
  train: {
    network: {
      ...{ inputs: 2, hidden: [16, 16], outputs: 2, activation: 'tanh', task: 'classes', loss: 'cross-entropy' },
      ...{ batchNorm: false, dropout: 0, decay: 0 },
    },
    ...{ init: 'xavier', initStd: 0, optimizer: 'adam', semantics: 'torch' },
    params: { lr: 0.01, beta1: 0.9, beta2: 0.999, eps: 1e-8, weight_decay: 0 },
    ...{ batch: 0, steps: 500, seed: 1, every: 500 },
  },
  otherSeed: 2,
  curve: { steps: 400, lr: 0.02, seed: 1 },
} as const satisfies {
  readonly data: DataSpec;
  readonly train: TrainSpec;
  readonly otherSeed: number;
  readonly curve: CurveOptions;
};
