import { expect, test } from 'vitest';
import { float64 } from '../../src/networks/arithmetic.ts';
import { createNetwork } from '../../src/networks/network.ts';
import type { NetworkSpec } from '../../src/networks/types.ts';
import { createUpdates } from '../../src/networks/updates.ts';

/** One input, one hidden neuron, one output: all weights 1, biases 0. */
const network: NetworkSpec = {
  ...{ inputs: 1, hidden: [1], outputs: 1, activation: 'identity', task: 'values', loss: 'squared-error' },
  ...{ batchNorm: false, dropout: 0, decay: 0 },
};
const batch = { count: 2, x: Float64Array.of(1, 3), targets: new Float64Array(2) };

test("the book's dropout leaves what is kept as it is, and shrinks all in inference; torch's the other way", () => {
  const outputs = (conventions: 'torch' | 'book') => {
    const net = createNetwork({ ...network, dropout: 0.25, conventions });
    return [...net.forward(Float64Array.of(1, 0, 1, 0), batch)];
  };
  expect(outputs('book')).toEqual([0.75, 2.25]);
  expect(outputs('torch')).toEqual([1, 3]);
  const masks = (conventions: 'torch' | 'book') => {
    const samples = { ...batch, count: 200, x: new Float64Array(200), targets: new Float64Array(200) };
    const rule = { init: 'he', initStd: 0, optimizer: 'sgd', semantics: 'book', params: { lr: 0.1 } } as const;
    const updates = createUpdates(
      { ...rule, network: { ...network, dropout: 0.25, conventions }, batch: 0, seed: 1 },
      samples,
      float64,
    );
    updates.update();
    const mask = updates.network.room().hidden[0]!.mask!;
    return [[...new Set(mask)].sort(), mask.filter((value) => value > 0).length / 200] as const;
  };
  const [values, kept] = masks('book');
  expect(values).toEqual([0, 1]);
  // 0.75 ± 0.031: within four standard deviations.
  expect(Math.abs(kept - 0.75)).toBeLessThan(0.123);
  expect(masks('torch')).toEqual([[0, 1 / 0.75], kept]);
});

test("the book's running variance begins at 0 and takes up a tenth of the batch's own; epsilon is 1e-6", () => {
  const after = (conventions: 'torch' | 'book') => {
    const net = createNetwork({ ...network, batchNorm: true, conventions });
    const weights = Float64Array.of(1, 0, 1, 0, 1, 0);
    net.lossAndGradient(weights, batch, new Float64Array(6));
    const [{ mean, variance }] = net.running as [(typeof net.running & object)[number]];
    return [mean[0], variance[0], net.forward(weights, { count: 1, x: Float64Array.of(3) })[0]] as const;
  };
  // The batch: mean 2, variance 1, unbiased 2.
  const [mean, variance, output] = after('book');
  expect(mean).toBeCloseTo(0.2, 15);
  expect(variance).toBeCloseTo(0.1, 15);
  expect(output).toBeCloseTo(2.8 / Math.sqrt(0.1 + 1e-6), 12);
  expect(after('torch')[1]).toBeCloseTo(0.9 + 0.2, 15);
});
