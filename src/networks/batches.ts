import { createRng } from '../math/rng.ts';
import { shuffle } from '../math/shuffle.ts';
import type { Sampling } from './types.ts';

/**
 * The order in which samples are drawn: a fresh permutation an epoch (Fisher–Yates of the epoch's own stream), cut into batches; the last of an epoch may be smaller. So an
 * epoch shows every sample once, and any update can be found again without those before it. Or each batch is drawn from all samples, with replacement.
 */
export function createBatches(count: number, batch: number, seed: number, sampling: Sampling = 'epochs') {
  const size = batch === 0 ? count : Math.min(batch, count);
  const perEpoch = Math.ceil(count / size);
  const order = Uint32Array.from({ length: count }, (_, i) => i);
  let shuffled = -1;
  const drawn = new Uint32Array(size);
  return {
    perEpoch,
    /** The samples of update t = 1, 2, …; overwritten when another update is asked for. All of them, in their own order, where the batch is whole. */
    at(t: number): Uint32Array {
      if (size === count) return order;
      if (sampling === 'drawn') return draw(t);
      const epoch = Math.floor((t - 1) / perEpoch);
      if (epoch !== shuffled) mix(epoch);
      const from = ((t - 1) % perEpoch) * size;
      return order.subarray(from, Math.min(from + size, count));
    },
  };
  function draw(t: number): Uint32Array {
    const { integer } = createRng(seed, 'drawn', t);
    for (let i = 0; i < size; i++) drawn[i] = integer(count);
    return drawn;
  }
  function mix(epoch: number): void {
    order.forEach((_, i) => (order[i] = i));
    shuffle(order, createRng(seed, 'order', epoch));
    shuffled = epoch;
  }
}
