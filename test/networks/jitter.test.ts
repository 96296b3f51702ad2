import { expect, test } from 'vitest';
import { jitterImages } from '../../src/networks/data/jitter.ts';
import { classSamples } from '../../src/networks/data/samples.ts';
import { createTraining } from '../../src/networks/train.ts';
import type { DataSet, TrainSpec } from '../../src/networks/types.ts';
import { ruleOf } from '../../src/optimizers/index.ts';
import { defaultsOf } from '../../src/params/spec.ts';

const SIDE = 28;
/** A disc in the middle. */
const disc = Float64Array.from({ length: SIDE ** 2 }, (_, i) =>
  Math.hypot((i % SIDE) - 13.5, Math.floor(i / SIDE) - 13.5) < 6 ? 1 : 0,
);

function massOf(image: Float64Array) {
  let [sum, x, y] = [0, 0, 0];
  image.forEach((value, i) => {
    sum += value;
    x += value * (i % SIDE);
    y += value * Math.floor(i / SIDE);
  });
  return { sum, x: x / sum - 13.5, y: y / sum - 13.5 };
}

test('images are moved by up to a tenth, grow and shrink by up to a fifth a side, each for itself; strength 0 leaves them; seed 1', () => {
  const x = new Float64Array(200 * SIDE ** 2);
  for (let i = 0; i < 200; i++) x.set(disc, i * SIDE ** 2);
  const still = x.slice();
  jitterImages(still, 200, SIDE ** 2, 0, 1, 1);
  expect(still).toEqual(x);
  jitterImages(x, 200, SIDE ** 2, 1, 1, 1);
  const masses = Array.from({ length: 200 }, (_, i) => massOf(x.subarray(i * SIDE ** 2, (i + 1) * SIDE ** 2)));
  const area = disc.reduce((a, b) => a + b);
  for (const { sum, x: dx, y: dy } of masses) {
    // A tenth of 28, through a warp that shrinks by a fifth and shears by a quarter at most.
    expect(Math.hypot(dx, dy)).toBeLessThan(2.8 * Math.SQRT2 * 1.25 * 1.3);
    expect(sum / area).toBeGreaterThan(1 / 1.2 ** 2 - 0.05);
    expect(sum / area).toBeLessThan(1 / 0.8 ** 2 + 0.05);
  }
  const spread = (of: 'x' | 'y') => Math.sqrt(masses.reduce((sum, mass) => sum + mass[of] ** 2 / 200, 0));
  for (const of of ['x', 'y'] as const) {
    expect(spread(of)).toBeGreaterThan(1);
    expect(Math.abs(masses.reduce((sum, mass) => sum + mass[of] / 200, 0))).toBeLessThan(0.4);
  }
  const again = x.slice().fill(0);
  for (let i = 0; i < 200; i++) again.set(disc, i * SIDE ** 2);
  jitterImages(again, 200, SIDE ** 2, 1, 1, 2);
  expect(again).not.toEqual(x);
});

const samples = classSamples(
  Float64Array.from({ length: 6 * 9 }, (_, i) => (i % 7) / 7),
  Uint8Array.of(0, 1, 0, 1, 0, 1),
  9,
  2,
);
const data: DataSet = { task: 'classes', train: samples, test: samples, domain: [] };
const spec: TrainSpec = {
  network: {
    ...{ inputs: 9, hidden: [4], outputs: 2, activation: 'tanh', task: 'classes', loss: 'cross-entropy' },
    ...{ batchNorm: false, dropout: 0, decay: 0 },
  },
  ...{ init: 'xavier', initStd: 0.01, optimizer: 'sgd', semantics: 'torch', batch: 0, steps: 4, seed: 1, every: 2 },
  params: defaultsOf(ruleOf('sgd', 'torch').params),
};

test.each([0, 4])(
  'a training warps its batches, never its data, and goes on as it would have; batches of %d, seed 1',
  (batch) => {
    const jittered = { ...spec, batch, jitter: 1 };
    const whole = createTraining(jittered, data);
    while (whole.step());
    const half = createTraining(jittered, data);
    half.step();
    half.step();
    const resumed = createTraining(jittered, data, undefined, half.state());
    while (resumed.step());
    expect(resumed.state()).toEqual(whole.state());
    const plain = createTraining({ ...spec, batch }, data);
    while (plain.step());
    expect(plain.weights).not.toEqual(whole.weights);
    // The same weights have the same loss: what is measured is the data as it is.
    expect(plain.record().trainLoss[0]).toBe(whole.record().trainLoss[0]);
    expect(whole.network.loss(whole.weights, samples)).toBe(whole.record().trainLoss.at(-1));
  },
);
