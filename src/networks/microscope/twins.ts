import type { Arithmetic } from '../arithmetic.ts';
import type { Layout } from '../layout.ts';
import type { Batch, Network, Statistics } from '../network.ts';
import type { Numbers } from '../types.ts';

/** Two neurons of one hidden layer that do the same: over the samples a_second ≈ slope · a_first + offset, by least squares. */
export interface Twins {
  /** 0 … hidden.length − 1. */
  readonly layer: number;
  readonly first: number;
  /** Greater than `first`. */
  readonly second: number;
  /** Pearson's, over the samples; near −1 they do the same, too. */
  readonly correlation: number;
  readonly slope: number;
  readonly offset: number;
}

/** From this |correlation| on. */
export const ALIKE = 0.99;

/**
 * All pairs of like neurons, layer by layer, in inference. Neurons that give the same for every sample (to 1e-6 of their size: float32's rounding is no signal) have no correlation and
 * no twin: they are dead, not alike. With many pairs `n width²` products a layer are most of the work; they are the arithmetic's.
 */
export function twinsIn(
  network: Network,
  weights: Numbers,
  batch: Pick<Batch, 'count' | 'x'>,
  { alike = ALIKE, statistics = 'running' }: { readonly alike?: number; readonly statistics?: Statistics } = {},
): Twins[] {
  network.forward(weights, batch, { statistics });
  return network.spec.hidden.flatMap((width, layer) => {
    const values = network.room().hidden[layer]!.a.subarray(0, batch.count * width);
    return twinsAmong(values, batch.count, width, layer, alike, network.arithmetic);
  });
}

function twinsAmong(
  values: Numbers,
  n: number,
  width: number,
  layer: number,
  alike: number,
  arithmetic: Arithmetic,
): Twins[] {
  const { unit, mean, spread } = standardized(values, n, width, arithmetic);
  const correlations = arithmetic.alloc(width * width);
  arithmetic.transposedTimes(unit, unit, correlations, width, n, width);
  const twins: Twins[] = [];
  for (let first = 0; first < width; first++) {
    for (let second = first + 1; second < width; second++) {
      const correlation = correlations[first * width + second]!;
      if (!(Math.abs(correlation) > alike)) continue;
      const slope = (correlation * spread[second]!) / spread[first]!;
      twins.push({ layer, first, second, correlation, slope, offset: mean[second]! - slope * mean[first]! });
    }
  }
  return twins;
}

/** Each column less its mean, of length 1; zeros where it is constant. `spread`: the columns' lengths before. */
function standardized(values: Numbers, n: number, width: number, { alloc }: Arithmetic) {
  const unit = alloc(n * width);
  const [mean, spread] = [new Float64Array(width), new Float64Array(width)];
  for (let j = 0; j < width; j++) {
    let [sum, size] = [0, 0];
    for (let at = j; at < n * width; at += width) {
      sum += values[at]!;
      size += values[at]! ** 2;
    }
    mean[j] = sum / n;
    let squares = 0;
    for (let at = j; at < n * width; at += width) squares += (values[at]! - mean[j]!) ** 2;
    spread[j] = Math.sqrt(squares);
    const factor = squares > 1e-12 * size ? 1 / spread[j]! : 0;
    for (let at = j; at < n * width; at += width) unit[at] = factor * (values[at]! - mean[j]!);
  }
  return { unit, mean, spread };
}

/** Who of the pairs goes, for whom: in the neurons' order each that is like one that stays. Every `second` appears once, no `first` is another's `second`. */
export function superfluous(pairs: readonly Twins[]): Twins[] {
  const gone = new Set<string>();
  const name = (layer: number, neuron: number) => `${layer}/${neuron}`;
  return [...pairs]
    .sort((a, b) => a.layer - b.layer || a.first - b.first || a.second - b.second)
    .filter(({ layer, first, second }) => {
      if (gone.has(name(layer, first)) || gone.has(name(layer, second))) return false;
      gone.add(name(layer, second));
      return true;
    });
}

/**
 * A copy of the weights in which each superfluous neuron is out: what the next layer made of it, it now makes of its twin, slope · a + offset going into the twin's weights and the bias;
 * its own outgoing weights are 0. A neuron that goes may stand in `pairs` once only: see `superfluous`.
 */
export function prune(weights: Numbers, { layers }: Layout, pairs: readonly Twins[]): Float64Array {
  const pruned = Float64Array.from(weights);
  for (const { layer, first, second, slope, offset } of pairs) {
    const { weights: at, biases, inputs, outputs } = layers[layer + 1]!;
    for (let row = 0; row < outputs; row++) {
      const own = at + row * inputs;
      const outgoing = pruned[own + second]!;
      pruned[own + first] = pruned[own + first]! + slope * outgoing;
      pruned[biases + row] = pruned[biases + row]! + offset * outgoing;
      pruned[own + second] = 0;
    }
  }
  return pruned;
}
