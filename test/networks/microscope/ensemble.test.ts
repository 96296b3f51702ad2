import { expect, test } from 'vitest';
import { initialWeights } from '../../../src/networks/init.ts';
import { softmaxRows } from '../../../src/networks/loss.ts';
import { thinnedNetworks } from '../../../src/networks/microscope/ensemble.ts';
import { createNetwork } from '../../../src/networks/network.ts';
import { batchFor, netOf } from './nets.ts';

const spec = netOf({ inputs: 5, hidden: [6], activation: 'relu', batchNorm: true, dropout: 0.5 });
const weights = initialWeights(spec, 'he', 0, 7);
const { x } = batchFor(spec, 1, 7);

test('rows are probabilities of networks with neurons left out, by running statistics; more networks begin with the same; seed 7', () => {
  const network = createNetwork(spec);
  network.running![0]!.mean.fill(-0.5);
  network.running![0]!.variance.fill(1);
  const before = structuredClone(network.running);
  const { thinned } = thinnedNetworks(network, weights, x, { count: 40, seed: 1 });
  expect(network.running).toEqual(before);
  // Every thinned network, by hand: masks of all 2⁶ kinds, as logits are linear in what is left.
  network.forward(weights, { count: 1, x });
  const a = Float64Array.from(network.room().hidden[0]!.a.subarray(0, 6));
  const { weights: at, biases } = network.layout.layers[1]!;
  const all = Array.from({ length: 64 }, (_, mask) => {
    const row = Float64Array.from({ length: 3 }, (__, j) =>
      a.reduce(
        (sum: number, value, k) => sum + (mask & (1 << k) ? 2 * value * weights[at + 6 * j + k]! : 0),
        weights[biases + j]!,
      ),
    );
    softmaxRows(row, 1, 3);
    return row;
  });
  for (let i = 0; i < 40; i++) {
    const row = thinned.subarray(3 * i, 3 * i + 3);
    expect(all.some((known) => known.every((p, j) => Math.abs(p - row[j]!) < 1e-12))).toBe(true);
  }
  expect(new Set(thinned).size).toBeGreaterThan(10);
  expect(thinnedNetworks(network, weights, x, { count: 10, seed: 1 }).thinned).toEqual(thinned.slice(0, 30));
  expect(thinnedNetworks(network, weights, x, { count: 10, seed: 2 }).thinned).not.toEqual(thinned.slice(0, 30));
});

test('the whole network drops nothing, and one hidden layer’s geometric mean is it: within sampling error of 20,000; seed 1', () => {
  const network = createNetwork(spec);
  const { whole, geometric, mean } = thinnedNetworks(network, weights, x, { count: 20_000, seed: 1 });
  const logits = network.forward(weights, { count: 1, x }).slice(0, 3);
  softmaxRows(logits, 1, 3);
  expect([...whole]).toEqual([...logits]);
  geometric.forEach((p, j) => expect(Math.abs(p - whole[j]!)).toBeLessThan(0.01));
  expect(mean.reduce((a, b) => a + b)).toBeCloseTo(1, 12);
});

test('nothing dropped: all are the whole network; seed 1', () => {
  const { thinned, whole } = thinnedNetworks(createNetwork(spec), weights, x, { count: 3, share: 0, seed: 1 });
  for (let i = 0; i < 9; i++) expect(thinned[i]).toBeCloseTo(whole[i % 3]!, 14);
});
