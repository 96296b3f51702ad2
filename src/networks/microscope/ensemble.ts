import { createRng } from '../../math/rng.ts';
import { conventionsOf } from '../conventions.ts';
import { softmaxRows } from '../loss.ts';
import { createNetwork, type Network } from '../network.ts';
import type { Numbers } from '../types.ts';

/** What thinned networks say to one sample, and what the whole one says. */
export interface Ensemble {
  readonly outputs: number;
  /** count × outputs: each thinned network's probabilities. */
  readonly thinned: Numbers;
  /** outputs: of the whole network, in inference. */
  readonly whole: Float64Array;
  /** outputs: the mean of the thinned ones' probabilities. */
  readonly mean: Float64Array;
  /** outputs: their normalized geometric mean, which the whole network's probabilities are where dropout stands right before the softmax (Baldi & Sadowski 2013). */
  readonly geometric: Float64Array;
}

export interface EnsembleOptions {
  /** Thinned networks. */
  readonly count: number;
  /** Share of each hidden layer that is dropped; without it the network's own. */
  readonly share?: number;
  readonly seed: number;
}

/** Dropout as an ensemble: the same weights under `count` masks, batch normalization by its running statistics. More networks begin with the same ones. */
export function thinnedNetworks(
  network: Network,
  weights: Numbers,
  x: Numbers,
  { count, share = network.spec.dropout, seed }: EnsembleOptions,
): Ensemble {
  const { outputs } = network.spec;
  const whole = Float64Array.from(network.forward(weights, { count: 1, x }).subarray(0, outputs));
  softmaxRows(whole, 1, outputs);
  const thinned = logitsOfThinned(network, weights, x, count, share, seed);
  const geometric = meanRow(thinned, count, outputs);
  softmaxRows(geometric, 1, outputs);
  softmaxRows(thinned, count, outputs);
  return { outputs, thinned, whole, mean: meanRow(thinned, count, outputs), geometric };
}

function logitsOfThinned(
  { spec, arithmetic, running }: Network,
  weights: Numbers,
  x: Numbers,
  count: number,
  share: number,
  seed: number,
): Numbers {
  const thin = createNetwork({ ...spec, dropout: share }, arithmetic);
  thin.running?.forEach(({ mean, variance }, layer) => {
    mean.set(running![layer]!.mean);
    variance.set(running![layer]!.variance);
  });
  const copies = arithmetic.alloc(count * spec.inputs);
  for (let i = 0; i < count; i++) copies.set(x, i * spec.inputs);
  const keep = 1 - share;
  const kept = conventionsOf(spec.conventions).kept(share);
  const fillMask = (mask: Numbers, layer: number, length: number) => {
    const { uniform } = createRng(seed, 'thinned', layer);
    for (let i = 0; i < length; i++) mask[i] = uniform() < keep ? kept : 0;
  };
  const logits = thin.forward(weights, { count, x: copies }, { training: true, statistics: 'running', fillMask });
  return logits.slice(0, count * spec.outputs);
}

function meanRow(values: Numbers, count: number, outputs: number): Float64Array {
  const mean = new Float64Array(outputs);
  for (let at = 0; at < count * outputs; at++) mean[at % outputs] = mean[at % outputs]! + values[at]! / count;
  return mean;
}
