import { expect, test } from 'vitest';
import { fastArithmetic } from '../../../src/jobs/networkArithmetic.ts';
import { initialWeights } from '../../../src/networks/init.ts';
import { ALIKE, prune, superfluous, twinsIn } from '../../../src/networks/microscope/twins.ts';
import { createNetwork } from '../../../src/networks/network.ts';
import { batchFor, netOf } from './nets.ts';

const spec = netOf({ inputs: 6, hidden: [8, 7], activation: 'relu' });
const network = createNetwork(spec);
const batch = batchFor(spec, 200, 5);

/** He's, with neuron 5 of the first layer twice its neuron 2, and of the second layer 6 the same as 1, and 3 as well; neuron 0 of the first is dead. */
function withTwins(): Float64Array {
  const weights = initialWeights(spec, 'he', 0, 5);
  const copy = (layer: number, from: number, to: number, factor: number) => {
    const { weights: at, biases, inputs } = network.layout.layers[layer]!;
    for (let k = 0; k < inputs; k++) weights[at + to * inputs + k] = factor * weights[at + from * inputs + k]!;
    weights[biases + to] = factor * weights[biases + from]!;
  };
  copy(0, 2, 5, 2);
  copy(1, 1, 3, 1);
  copy(1, 1, 6, 1);
  weights[network.layout.layers[0]!.biases] = -100;
  return weights;
}

test('twins are found with their line, in every layer; a dead neuron has none; seed 5', () => {
  const twins = twinsIn(network, withTwins(), batch);
  expect(twins.map(({ layer, first, second }) => [layer, first, second])).toEqual([
    ...[[0, 2, 5]],
    ...[
      [1, 1, 3],
      [1, 1, 6],
      [1, 3, 6],
    ],
  ]);
  expect(twins[0]!.correlation).toBeCloseTo(1, 12);
  expect(twins[0]!.slope).toBeCloseTo(2, 12);
  expect(twins[0]!.offset).toBeCloseTo(0, 12);
  expect(twinsIn(network, initialWeights(spec, 'he', 0, 5), batch)).toEqual([]);
});

test('correlation, slope and offset are those of least squares; a mirrored twin counts; seed 6', () => {
  const tanh = createNetwork({ ...spec, activation: 'tanh' });
  const weights = initialWeights(spec, 'xavier', 0, 6);
  const { weights: at, inputs } = tanh.layout.layers[0]!;
  // Nearly the mirror of neuron 1, moved: tanh is bent, so that a line fits but roughly.
  for (let k = 0; k < inputs; k++) weights[at + 4 * inputs + k] = -0.9 * weights[at + inputs + k]!;
  const pair = twinsIn(tanh, weights, batch, { alike: 0.9 }).find(({ first, second }) => first === 1 && second === 4)!;
  expect(pair.correlation).toBeLessThan(-ALIKE);
  const { a } = tanh.room().hidden[0]!;
  const column = (j: number) => Array.from({ length: 200 }, (_, i) => a[i * 8 + j]!);
  const [u, v] = [column(1), column(4)];
  const residual = (slope: number, offset: number) =>
    u.reduce((sum, x, i) => sum + (v[i]! - slope * x - offset) ** 2, 0);
  const least = residual(pair.slope, pair.offset);
  for (const [ds, dd] of [
    [1e-3, 0],
    [-1e-3, 0],
    [0, 1e-3],
    [0, -1e-3],
  ] as const)
    // prettier-ignore
    expect(residual(pair.slope + ds, pair.offset + dd)).toBeGreaterThan(least);
});

test('exact twins leave without a trace: same outputs, their outgoing weights 0, the weights given untouched; seed 5', () => {
  const weights = withTwins();
  const before = weights.slice();
  const going = superfluous(twinsIn(network, weights, batch));
  expect(going.map(({ layer, first, second }) => [layer, first, second])).toEqual([
    [0, 2, 5],
    [1, 1, 3],
    [1, 1, 6],
  ]);
  const pruned = prune(weights, network.layout, going);
  expect(weights).toEqual(before);
  const wanted = network.forward(weights, batch).slice();
  network.forward(pruned, batch).forEach((y, i) => expect(y).toBeCloseTo(wanted[i]!, 10));
  for (const { layer, second } of going) {
    const { weights: at, inputs, outputs } = network.layout.layers[layer + 1]!;
    for (let row = 0; row < outputs; row++) expect(pruned[at + row * inputs + second]).toBe(0);
  }
  // So what they compute themselves does not matter any more.
  pruned[network.layout.layers[0]!.biases + 5] = 7;
  network.forward(pruned, batch).forEach((y, i) => expect(y).toBeCloseTo(wanted[i]!, 10));
});

test('who has gone is nobody’s twin; chains keep their first; seed 1', () => {
  const pair = (first: number, second: number) => ({ layer: 0, first, second, correlation: 1, slope: 1, offset: 0 });
  expect(superfluous([pair(2, 3), pair(0, 1), pair(1, 2)])).toEqual([pair(0, 1), pair(2, 3)]);
});

test('a layer of small weights over one input is all twins: one neuron stays, and the loss with it, in float32; seed 1', () => {
  const wide = netOf({ inputs: 1, hidden: [30, 3], activation: 'sigmoid' });
  const fast = createNetwork(wide, fastArithmetic());
  const { count, x, targets } = batchFor(wide, 300, 1);
  const samples = { count, x: Float32Array.from(x), targets: Float32Array.from(targets) };
  const weights = Float32Array.from(initialWeights(wide, 'std', 0.3, 1));
  const going = superfluous(twinsIn(fast, weights, samples)).filter(({ layer }) => layer === 0);
  expect(going).toHaveLength(29);
  const loss = fast.loss(weights, samples);
  const after = fast.loss(Float32Array.from(prune(weights, fast.layout, going)), samples);
  expect(Math.abs(after / loss - 1)).toBeLessThan(1e-4);
  // Not so if they go without leaving their part to the twin.
  const bare = going.map((pair) => ({ ...pair, slope: 0, offset: 0 }));
  const cut = fast.loss(Float32Array.from(prune(weights, fast.layout, bare)), samples);
  expect(Math.abs(cut / loss - 1)).toBeGreaterThan(1e-3);
});
