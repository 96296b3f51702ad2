import { activationOf, type ActivationId } from '../activations.ts';
import type { Batch, Network, Statistics } from '../network.ts';
import type { Numbers } from '../types.ts';
import { gradientLooks, type GradientLook } from './gradients.ts';
import { histogramOf, momentsOf, type Histogram, type Moments, type Range } from './histogram.ts';

/** What one pass leaves in a hidden layer: of φ(z), over all samples and neurons, before dropout. */
export interface LayerLook extends Moments {
  readonly histogram: Histogram;
  /** Share of values at which hardly any gradient passes: |φ′(z)| ≤ 0.19 of its largest. Of sigmoid and tanh the outermost 5 % of the range at each end, of ReLU z ≤ 0; identity has none, step all. */
  readonly saturated: number;
  /** Share of neurons that give one and the same value for every sample (ReLU: 0); 0 of a single sample. */
  readonly dead: number;
  /** width: each neuron's mean over the samples; null unless asked for. */
  readonly means: Float64Array | null;
  readonly gradient: GradientLook | null;
}

export interface LookOptions {
  readonly bins?: number;
  readonly gradients?: boolean;
  readonly means?: boolean;
  /** Of the activations' histogram; without it `rangeOf`. */
  readonly range?: Range;
  readonly gradientRange?: Range;
  /** `batch`: batch normalization as training sees it, without moving the running statistics; `running`, the default: inference. */
  readonly statistics?: Statistics;
}

/** Bins of the book's figures 6-10 to 6-14. */
export const BINS = 30;

/** What an activation's values are counted over: its range where it is bounded; 0 … 1 of ReLU, as in the book. */
export function rangeOf(activation: ActivationId): Range {
  return activation === 'sigmoid' || activation === 'relu' || activation === 'step' ? [0, 1] : [-1, 1];
}

/** max |φ′|. */
const steepest: Readonly<Record<ActivationId, number>> = {
  ...{ identity: 1, step: 0, sigmoid: 0.25, tanh: 1, relu: 1, 'leaky-relu': 1 },
  gelu: 1.1289,
};
/** 1 − 0.9²: of tanh's and sigmoid's slope at 5 % of their range from its ends. */
const HARDLY = 0.19;

/** One pass over the batch, nothing dropped, and what it leaves in each hidden layer; the network's room is overwritten, nothing else. */
export function lookInside(
  network: Network,
  weights: Numbers,
  batch: Batch,
  { bins = BINS, gradients = false, means = false, statistics = 'running', range, gradientRange }: LookOptions = {},
): LayerLook[] {
  const { activation, hidden } = network.spec;
  const n = batch.count;
  network.forward(weights, batch, { statistics });
  const gradient = gradients ? gradientLooks(network, weights, batch, bins, gradientRange) : null;
  return hidden.map((width, layer): LayerLook => {
    const { z, phi } = network.room().hidden[layer]!;
    const values = phi.subarray(0, n * width);
    return {
      ...momentsOf(values),
      histogram: histogramOf(values, range ?? rangeOf(activation), bins),
      saturated: saturatedShare(activation, z, values),
      dead: deadShare(values, n, width),
      means: means ? meansOf(values, n, width) : null,
      gradient: gradient?.[layer] ?? null,
    };
  });
}

function saturatedShare(activation: ActivationId, z: Numbers, values: Numbers): number {
  const { slope } = activationOf(activation);
  const least = HARDLY * steepest[activation];
  let count = 0;
  for (let i = 0; i < values.length; i++) if (Math.abs(slope(z[i]!, values[i]!)) <= least) count++;
  return count / values.length;
}

function deadShare(values: Numbers, n: number, width: number): number {
  if (n < 2) return 0;
  let dead = 0;
  for (let j = 0; j < width; j++) {
    let i = 1;
    while (i < n && values[i * width + j] === values[j]) i++;
    if (i === n) dead++;
  }
  return dead / width;
}

/** width: the mean of each column of n × width values. */
function meansOf(values: Numbers, n: number, width: number): Float64Array {
  const means = new Float64Array(width);
  for (let at = 0; at < n * width; at++) means[at % width] = means[at % width]! + values[at]! / n;
  return means;
}
