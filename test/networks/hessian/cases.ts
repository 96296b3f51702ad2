import { createRng } from '../../../src/math/rng.ts';
import { initialWeights } from '../../../src/networks/init.ts';
import { createNetwork, type Batch, type Network } from '../../../src/networks/network.ts';
import type { NetworkSpec } from '../../../src/networks/types.ts';

/** A net with weights, statistics and data of chance, away from every special place. */
export function chanceNet(spec: NetworkSpec, seed: number, count = 9) {
  const { gaussian, integer } = createRng(seed, 'hessian test');
  const network: Network = createNetwork(spec);
  for (const { mean, variance } of network.running ?? []) {
    mean.forEach((_, i) => (mean[i] = 0.3 * gaussian()));
    variance.forEach((_, i) => (variance[i] = 0.5 + gaussian() ** 2));
  }
  const weights = initialWeights(spec, 'xavier', 0, seed).map((w) => w + 0.2 * gaussian());
  const x = Float64Array.from({ length: count * spec.inputs }, gaussian);
  const targets = new Float64Array(count * spec.outputs);
  if (spec.task === 'values') targets.forEach((_, i) => (targets[i] = gaussian()));
  else for (let i = 0; i < count; i++) targets[i * spec.outputs + integer(spec.outputs)] = 1;
  const batch: Batch = { count, x, targets };
  return { network, weights, batch };
}

export const small: NetworkSpec = {
  ...{ inputs: 3, hidden: [6, 4], outputs: 3, activation: 'tanh', task: 'classes', loss: 'cross-entropy' },
  ...{ batchNorm: false, dropout: 0, decay: 0.01 },
};
