/** Whose batch normalization and dropout: PyTorch's, or those of 『ゼロから作るDeep Learning』 (common/layers.py). */
export type ConventionsId = 'torch' | 'book';

export interface Conventions {
  /** Under the root of batch normalization. */
  readonly epsilon: number;
  /** The running variance before the first batch. */
  readonly firstVariance: number;
  /** The running variance takes up n/(n − 1) times the batch's, or the batch's own. */
  readonly unbiased: boolean;
  /** Dropout of a share: what a neuron that is kept is multiplied by in training, and each of them in inference. */
  readonly kept: (share: number) => number;
  readonly inference: (share: number) => number;
}

const conventions: Readonly<Record<ConventionsId, Conventions>> = {
  torch: { epsilon: 1e-5, firstVariance: 1, unbiased: true, kept: (share) => 1 / (1 - share), inference: () => 1 },
  // 10e-7 in its source.
  book: { epsilon: 1e-6, firstVariance: 0, unbiased: false, kept: () => 1, inference: (share) => 1 - share },
};

export const conventionsOf = (id: ConventionsId = 'torch'): Conventions => conventions[id];
