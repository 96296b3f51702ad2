import { meanLoss } from '../loss.ts';
import type { Batch, Network } from '../network.ts';
import type { Numbers } from '../types.ts';
import { norm } from '../vector.ts';
import { histogramOf, momentsOf, type Histogram, type Moments, type Range } from './histogram.ts';

/** Of ∂L/∂a of a hidden layer, L being the mean loss of the data (no decay): n times smaller than a sample's own. */
export interface GradientLook extends Moments {
  /** Over ∓ the largest |∂L/∂a| of all layers, so that layers compare; or over the range asked for. */
  readonly histogram: Histogram;
  /** Of log₁₀ |n ∂L/∂a|, each sample's own gradient, over −12 … 0, zeros in the first bin: shows what vanishes. */
  readonly magnitudes: Histogram;
  /** ‖∂L/∂W‖ of the layer's own weights. */
  readonly norm: number;
}

const DECADES: Range = [-12, 0];

/** By hidden layer, back through the pass that `network` has just made over the batch. */
export function gradientLooks(
  network: Network,
  weights: Numbers,
  batch: Batch,
  bins: number,
  range?: Range,
): GradientLook[] {
  const { spec, layout, arithmetic } = network;
  const gradient = arithmetic.alloc(layout.size);
  meanLoss(spec, network.room().output, batch.targets, batch.count, spec.outputs, true);
  const slopes: Numbers[] = [];
  network.backward(weights, batch, { gradient, look: (slope, layer) => (slopes[layer] = slope.slice()) });
  const most = slopes.reduce((sofar, slope) => Math.max(sofar, largest(slope)), 0);
  // Where all is 0 or nothing is finite, any range does.
  const reach = most > 0 && most < Infinity ? most : 1;
  return slopes.map((slope, layer) => {
    const { weights: at, inputs, outputs } = layout.layers[layer]!;
    return {
      ...momentsOf(slope),
      histogram: histogramOf(slope, range ?? [-reach, reach], bins),
      magnitudes: histogramOf(
        slope.map((value) => Math.log10(Math.abs(value) * batch.count)),
        DECADES,
        bins,
      ),
      norm: norm(gradient.subarray(at, at + inputs * outputs)),
    };
  });
}

function largest(values: Numbers): number {
  let most = 0;
  for (let i = 0; i < values.length; i++) most = Math.max(most, Math.abs(values[i]!));
  return most;
}
