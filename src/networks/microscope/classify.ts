import { softmaxRows } from '../loss.ts';
import type { Network } from '../network.ts';
import type { Numbers } from '../types.ts';
import { answerOf } from './saliency.ts';

export interface Reading {
  /** The answer: the most probable class. */
  readonly class: number;
  /** outputs. */
  readonly probabilities: Float64Array;
}

/** What a network of classes reads one sample x (inputs) as, in inference: nothing dropped, batch normalization by its running statistics. */
export function classify(network: Network, weights: Numbers, x: Numbers): Reading {
  const { outputs } = network.spec;
  const probabilities = Float64Array.from(network.forward(weights, { count: 1, x }).subarray(0, outputs));
  softmaxRows(probabilities, 1, outputs);
  return { class: answerOf(probabilities), probabilities };
}
