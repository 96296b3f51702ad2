import { layoutOf } from '../../../src/networks/layout.ts';
import type { NetworkSpec } from '../../../src/networks/types.ts';
import type { RunSpec } from './types.ts';

/** Weights × samples of a batch, some 0.7 ms of float64 an update. */
export const HEAVY = 100_000;

/**
 * In which precision a run is trained: float64 while that is quick, so that a script in PyTorch ends at the very same loss; larger nets in float32 by SIMD, which takes a half (8
 * neurons) to a twentieth (digits, 64 neurons) of the time. A rule of the link's own numbers, never of a measurement: a link replayed elsewhere trains in the same precision. On the same engine that
 * is the same numbers to the last bit, with SIMD or without; on another `Math.exp` and `Math.log` may differ by an ulp, and a training drifts apart from there.
 */
export function precisionOf({ batch }: Pick<RunSpec, 'batch'>, network: NetworkSpec, samples: number) {
  const each = batch === 0 ? samples : Math.min(batch, samples);
  return layoutOf(network).size * each > HEAVY ? 'float32' : 'float64';
}
