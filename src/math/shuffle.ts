import type { Rng } from './rng.ts';

/** Puts `order` into an order drawn uniformly from all, in place (Fisher and Yates). */
export function shuffle(order: Uint32Array, { integer }: Pick<Rng, 'integer'>): void {
  for (let i = order.length - 1; i > 0; i--) {
    const j = integer(i + 1);
    const kept = order[i]!;
    order[i] = order[j]!;
    order[j] = kept;
  }
}
