import { expect, test } from 'vitest';
import { createRng } from '../../src/math/rng.ts';
import { activationIds } from '../../src/networks/activations.ts';
import { initialWeights } from '../../src/networks/init.ts';
import { createNetwork } from '../../src/networks/network.ts';
import type { LossId, NetworkSpec, Numbers } from '../../src/networks/types.ts';

const [COUNT, STEP] = [7, 1e-5];

/** Largest difference between backpropagation and central differences, over the largest entry of the gradient. */
function apart(spec: NetworkSpec, seed: number): number {
  const rng = createRng(seed, 'gradient test');
  const network = createNetwork(spec);
  const weights = initialWeights(spec, 'xavier', 0, seed).map((w) => w + 0.1 * rng.gaussian());
  const x = Float64Array.from({ length: COUNT * spec.inputs }, rng.gaussian);
  const targets = new Float64Array(COUNT * spec.outputs);
  if (spec.task === 'values') targets.forEach((_, i) => (targets[i] = rng.gaussian()));
  else for (let i = 0; i < COUNT; i++) targets[i * spec.outputs + rng.integer(spec.outputs)] = 1;
  const batch = { count: COUNT, x, targets };
  const fillMask = (mask: Numbers, layer: number, length: number) => {
    const { uniform } = createRng(seed, 'mask', layer);
    for (let i = 0; i < length; i++) mask[i] = uniform() < 0.7 ? 1 / 0.7 : 0;
  };
  const gradient = new Float64Array(weights.length);
  network.lossAndGradient(weights, batch, gradient, { fillMask });
  const unused = new Float64Array(weights.length);
  const at = (i: number, by: number) => {
    const moved = weights.slice();
    moved[i] = moved[i]! + by;
    return network.lossAndGradient(moved, batch, unused, { fillMask });
  };
  let most = 0;
  let scale = 0;
  weights.forEach((_, i) => {
    most = Math.max(most, Math.abs(gradient[i]! - (at(i, STEP) - at(i, -STEP)) / (2 * STEP)));
    scale = Math.max(scale, Math.abs(gradient[i]!));
  });
  return most / Math.max(scale, 1e-3);
}

const smooth = activationIds.filter((id) => id !== 'step');
const cases = smooth.flatMap((activation) =>
  (['cross-entropy', 'squared-error'] as const).flatMap((loss: LossId) =>
    [false, true].map((batchNorm) => ({ activation, loss, batchNorm })),
  ),
);

test.each(cases)('backpropagation equals central differences: $activation, $loss, batch norm $batchNorm', (varied) => {
  for (let seed = 0; seed < 5; seed++) {
    const base: NetworkSpec = {
      ...{ inputs: 3, hidden: [5, 4], outputs: 3, dropout: seed % 2 === 0 ? 0 : 0.3, decay: 0.01, task: 'classes' },
      ...varied,
    };
    expect(apart(base, seed)).toBeLessThan(1e-6);
    if (varied.loss === 'squared-error') expect(apart({ ...base, task: 'values' }, seed)).toBeLessThan(1e-6);
  }
});
