import { createRng } from '../math/rng.ts';
import { shuffle } from '../math/shuffle.ts';

/**
 * The order in which samples are drawn: a fresh permutation an epoch (Fisher–Yates of the epoch's own stream), cut into batches; the last of an epoch may be smaller. So an
 * epoch shows every sample once, and any update can be found again without those before it.
 */
export function createBatches(count: number, batch: number, seed: number) {
  const size = batch === 0 ? count : Math.min(batch, count);
  const perEpoch = Math.ceil(count / size);
  const order = Uint32Array.from({ length: count }, (_, i) => i);
  let shuffled = -1;
  return {
    perEpoch,
    /** The samples of update t = 1, 2, …; overwritten when another epoch is asked for. All of them, in their own order, where the batch is whole. */
    at(t: number): Uint32Array {
      if (size === count) return order;
      const epoch = Math.floor((t - 1) / perEpoch);
      if (epoch !== shuffled) draw(epoch);
      const from = ((t - 1) % perEpoch) * size;
      return order.subarray(from, Math.min(from + size, count));
    },
  };
  function draw(epoch: number): void {
    order.forEach((_, i) => (order[i] = i));
    shuffle(order, createRng(seed, 'order', epoch));
    shuffled = epoch;
  }
}
