import { expect, test } from 'vitest';
import { createRng } from '../../src/math/rng.ts';
import { activationIds } from '../../src/networks/activations.ts';
import { initialWeights, initIds } from '../../src/networks/init.ts';
import { createNetwork } from '../../src/networks/network.ts';
import type { InitId, NetworkSpec, Numbers } from '../../src/networks/types.ts';

const kinked = ['relu', 'leaky-relu'];
const [COUNT, STEP] = [7, 2e-6];

function setUp(spec: NetworkSpec, init: InitId, seed: number) {
  const rng = createRng(seed, 'gradient test');
  const network = createNetwork(spec);
  // At a kink, or where a neuron is the same for every sample, a difference is no slope: there the weights are moved on.
  const moved = kinked.includes(spec.activation) || spec.batchNorm ? 0.1 : 0;
  const weights = initialWeights(spec, init, 0.3, seed).map((w) => w + moved * rng.gaussian());
  const x = Float64Array.from({ length: COUNT * spec.inputs }, rng.gaussian);
  const targets = new Float64Array(COUNT * spec.outputs);
  if (spec.task === 'values') targets.forEach((_, i) => (targets[i] = rng.gaussian()));
  else for (let i = 0; i < COUNT; i++) targets[i * spec.outputs + rng.integer(spec.outputs)] = 1;
  const batch = { count: COUNT, x, targets };
  const fillMask = (mask: Numbers, layer: number, length: number) => {
    const { uniform } = createRng(seed, 'mask', layer);
    for (let i = 0; i < length; i++) mask[i] = uniform() < 0.7 ? 1 / 0.7 : 0;
  };
  return {
    network,
    weights,
    lossAt: (gradient: Numbers) => network.lossAndGradient(weights, batch, gradient, { fillMask }),
  };
}

function gradientOf(spec: NetworkSpec, init: InitId, seed: number) {
  const { network, lossAt } = setUp(spec, init, seed);
  const gradient = new Float64Array(network.layout.size);
  lossAt(gradient);
  return { gradient, slices: network.layout.slices };
}

/** Largest difference between backpropagation and central differences, over the largest entry of the gradient. */
function apart(spec: NetworkSpec, init: InitId, seed: number): number {
  const { weights, lossAt } = setUp(spec, init, seed);
  const gradient = new Float64Array(weights.length);
  lossAt(gradient);
  const unused = new Float64Array(weights.length);
  let most = 0;
  let scale = 0;
  weights.forEach((w, i) => {
    const at = (by: number) => {
      weights[i] = w + by;
      return lossAt(unused);
    };
    const difference = (at(STEP) - at(-STEP)) / (2 * STEP);
    weights[i] = w;
    most = Math.max(most, Math.abs(gradient[i]! - difference));
    scale = Math.max(scale, Math.abs(gradient[i]!));
  });
  return most / Math.max(scale, 1e-3);
}

const goals = [
  { loss: 'cross-entropy', task: 'classes' },
  { loss: 'squared-error', task: 'classes' },
  { loss: 'squared-error', task: 'values' },
] as const satisfies readonly Pick<NetworkSpec, 'loss' | 'task'>[];
const depths = [[5, 4], [6], [3, 4, 3], [4, 4], []];
const cases = activationIds
  .filter((id) => id !== 'step')
  .flatMap((activation) => goals.map((goal) => ({ activation, ...goal })));

test.each(cases)(
  'backpropagation equals central differences at seeds 0 to 99: $activation, $loss of $task',
  (varied) => {
    const drawn = new Set<string>();
    for (let seed = 0; seed < 100; seed++) {
      const init = initIds[seed % 4]!;
      const spec: NetworkSpec = {
        ...{ inputs: 3, outputs: 3, ...varied, hidden: depths[seed % 5]!, batchNorm: seed % 3 === 0 },
        ...{ dropout: seed % 7 < 3 ? 0.3 : 0, decay: seed % 2 === 0 ? 0.01 : 0 },
      };
      drawn.add(`${init} ${spec.batchNorm}`);
      expect(apart(spec, init, seed), `seed ${seed}`).toBeLessThan(1e-6);
    }
    expect(drawn.size).toBe(8);
  },
);

test('the step has no slope: what lies below it learns nothing, at seed 1', () => {
  const spec: NetworkSpec = {
    ...{ inputs: 3, hidden: [5, 4], outputs: 3, activation: 'step', batchNorm: false, dropout: 0, decay: 0 },
    ...goals[0],
  };
  const { gradient, slices } = gradientOf(spec, 'xavier', 1);
  for (const { name, offset, rows, columns } of slices) {
    const piece = gradient.subarray(offset, offset + rows * columns);
    expect([name, piece.some((g) => g !== 0)]).toEqual([name, name.endsWith('3')]);
  }
});
