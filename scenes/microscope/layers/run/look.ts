import { meanLoss } from '../../../../src/networks/loss.ts';
import { lookInside } from '../../../../src/networks/microscope/layers.ts';
import { prune, superfluous, twinsIn } from '../../../../src/networks/microscope/twins.ts';
import type { Batch, Network } from '../../../../src/networks/network.ts';
import type { Numbers } from '../../../../src/networks/types.ts';
import { rangeFor, type Row } from './types.ts';

/** Batch normalization as training sees it, of the samples looked at: in inference its running means have yet to be found at first. */
const batch = { statistics: 'batch' } as const;

/** What a net is like inside, and what its loss would be without those of its neurons that do what another does. */
export function lookAt(network: Network, weights: Numbers, samples: Batch): Pick<Row, 'layers' | 'whole' | 'pruned'> {
  const { spec, layout } = network;
  const range = rangeFor[spec.activation];
  const looks = lookInside(network, weights, samples, { ...batch, range, gradients: true, means: true });
  const twins = superfluous(twinsIn(network, weights, samples, batch));
  const lossOf = (of: Numbers) =>
    meanLoss(spec, network.forward(of, samples, batch), samples.targets, samples.count, spec.outputs, false);
  const whole = lossOf(weights);
  return {
    whole,
    pruned: twins.length > 0 ? lossOf(prune(weights, layout, twins)) : whole,
    layers: looks.map(({ mean, std, saturated, dead, histogram, means, gradient }, layer) => ({
      ...{ mean, std, saturated, dead, activations: histogram, means: means! },
      ...{ gradients: gradient!.magnitudes, gradientNorm: gradient!.norm },
      twins: twins.filter((pair) => pair.layer === layer).map(({ first, second }) => ({ first, second })),
    })),
  };
}
