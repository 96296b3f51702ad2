import type { Batch, Network } from './network.ts';
import type { Numbers } from './types.ts';

/** √[3]ε: where the error of the difference quotient and that of rounding are about the same. */
const STEP = 6e-6;

/**
 * The gradient of the data's loss by central differences, one weight after the other: 2 × size losses, where backpropagation takes the price of about three. In inference, without
 * the decay's term; of every `stride`-th weight alone, the others' entries of `out` left as they are. Error of about 1e-10 of the loss's scale.
 */
export function numericalGradient(
  network: Network,
  weights: Numbers,
  batch: Batch,
  out: Float64Array,
  stride = 1,
): void {
  const moved = Float64Array.from(weights);
  for (let i = 0; i < moved.length; i += stride) {
    const at = moved[i]!;
    const step = STEP * Math.max(1, Math.abs(at));
    moved[i] = at + step;
    const ahead = network.loss(moved, batch);
    moved[i] = at - step;
    const behind = network.loss(moved, batch);
    moved[i] = at;
    out[i] = (ahead - behind) / (2 * step);
  }
}
