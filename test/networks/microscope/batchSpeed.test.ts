import { expect, test } from 'vitest';
import { batchSizes, batchSpeed, batchSpeedOf } from '../../../src/networks/microscope/batchSpeed.ts';
import { createNetwork } from '../../../src/networks/network.ts';
import { initialWeights } from '../../../src/networks/init.ts';
import { batchFor, netOf } from './nets.ts';

const spec = netOf({ inputs: 4, hidden: [3], activation: 'relu' });
const weights = initialWeights(spec, 'he', 0, 1);
const { x } = batchFor(spec, 50, 1);

/** A network whose passes take what is said, in milliseconds, one after the other, the last for ever; and its clock. */
function paced(took: readonly number[]) {
  let time = 0;
  let pass = 0;
  const sizes: number[] = [];
  const network = createNetwork(spec);
  const forward: typeof network.forward = (own, batch, ...rest) => {
    time += took[Math.min(pass++, took.length - 1)]!;
    sizes.push(batch.count);
    return network.forward(own, batch, ...rest);
  };
  return { network: { ...network, forward }, now: () => time, sizes };
}

test('the median of the repeats after the warm-up, a sample', () => {
  // Warm-up 100, then 10, 30, 20.
  const { network, now, sizes } = paced([100, 10, 30, 20]);
  const { secondsPerSample } = batchSpeed(network, weights, x, 25, { now, repeats: 3, milliseconds: 5 });
  expect(secondsPerSample).toBeCloseTo(0.02 / 25, 12);
  expect(sizes).toEqual([25, 25, 25, 25]);
});

test('short passes are made until a repeat lasts as long as asked', () => {
  const { network, now, sizes } = paced([0.3]);
  const { secondsPerSample } = batchSpeed(network, weights, x, 10, { now, repeats: 5, milliseconds: 2 });
  expect(secondsPerSample).toBeCloseTo(0.0003 / 10, 12);
  expect(sizes).toHaveLength(6 * 7);
});

test('sizes go from one sample to a thousand, larger and larger, the notes’ hundred among them', () => {
  expect([batchSizes[0], batchSizes.at(-1)]).toEqual([1, 1000]);
  expect(batchSizes).toContain(100);
  expect([...batchSizes].sort((a, b) => a - b)).toEqual(batchSizes);
});

test('of a device that takes long there are fewer repeats, and one at least', async () => {
  for (const [took, passes] of [
    [1, 8 * 8],
    [10_000, 2],
    [400, 5],
  ] as const) {
    let [time, made] = [0, 0];
    const pass = () => Promise.resolve().then(() => void ((time += took), (made += 1)));
    const { secondsPerSample } = await batchSpeedOf(pass, 10, { now: () => time });
    expect([made, secondsPerSample]).toEqual([passes, took / 10_000]);
  }
});
