import { createRng } from '../math/rng.ts';
import { float64, type Arithmetic } from './arithmetic.ts';
import { createNetwork, type Batch } from './network.ts';
import type { NetworkSpec, Numbers } from './types.ts';
import { addScaled, dot, norm } from './vector.ts';

/** How far the gradients of random minibatches lie from that of all samples. */
export interface GradientNoise {
  /** Samples a batch. */
  readonly size: number;
  /** Mean of ‖g_batch − g‖²: the trace of the covariance. */
  readonly variance: number;
  /** ‖g‖², to which the variance compares; the same for all sizes. */
  readonly signal: number;
  /** Mean cosine of the angle between g_batch and g: how narrow the cone of gradients is. */
  readonly cosine: number;
}

interface Drawn {
  /** Batches of each size. */
  readonly draws: number;
  readonly seed: number;
  readonly arithmetic?: Arithmetic;
}

/**
 * The noise of minibatch gradients by batch size, from `draws` batches each. Samples are drawn with replacement, so that the variance is that of one sample's gradient over the batch size
 * exactly, up to batches as large as the data. (Batches of an epoch share no sample: theirs falls a little faster, to 0 where the batch is everything.) Nothing dropped, no decay.
 * Samples are in the arithmetic's precision, see `batchOf`.
 */
export function gradientNoise(
  spec: NetworkSpec,
  weights: Numbers,
  { count, x, targets }: Batch,
  sizes: readonly number[],
  { draws, seed, arithmetic = float64 }: Drawn,
): GradientNoise[] {
  const network = createNetwork({ ...spec, dropout: 0, decay: 0 }, arithmetic);
  const { inputs, outputs } = spec;
  const { alloc } = arithmetic;
  const full = alloc(network.layout.size);
  network.lossAndGradient(weights, { count, x, targets }, full);
  const gradient = alloc(full.length);
  const signal = dot(full, full);
  return sizes.map((size) => {
    const { integer } = createRng(seed, 'gradient noise', size);
    const batch = { count: size, x: alloc(size * inputs), targets: alloc(size * outputs) };
    let variance = 0;
    let cosine = 0;
    for (let draw = 0; draw < draws; draw++) {
      for (let i = 0; i < size; i++) {
        const row = integer(count);
        batch.x.set(x.subarray(row * inputs, (row + 1) * inputs), i * inputs);
        batch.targets.set(targets.subarray(row * outputs, (row + 1) * outputs), i * outputs);
      }
      network.lossAndGradient(weights, batch, gradient);
      cosine += dot(gradient, full) / (norm(gradient) * norm(full)) / draws;
      addScaled(gradient, -1, full);
      variance += dot(gradient, gradient) / draws;
    }
    return { size, variance, signal, cosine };
  });
}
