import { expect, test } from 'vitest';
import { fastArithmetic } from '../../../src/jobs/networkArithmetic.ts';
import { float64, type Arithmetic } from '../../../src/networks/arithmetic.ts';
import { pickSamples } from '../../../src/networks/data/samples.ts';
import { drawData } from '../../../src/networks/data/index.ts';
import { experiments } from '../../../src/networks/experiments/index.ts';
import { createBatchRace, GOAL, raceUpdates } from '../../../src/networks/microscope/batchRace.ts';
import { batchSizes } from '../../../src/networks/microscope/batchSpeed.ts';
import { createNetwork } from '../../../src/networks/network.ts';
import { batchOf, createUpdates, type UpdatesSpec } from '../../../src/networks/updates.ts';
import { digits } from '../experiments/digits.ts';
import { netOf } from './nets.ts';

const samples = drawData({ id: 'moons', count: 120, noise: 0.1, seed: 1 }).train;
const network = netOf({ inputs: 2, hidden: [8], outputs: 2, activation: 'tanh' });
const spec: Omit<UpdatesSpec, 'batch' | 'seed'> = {
  ...{ network, init: 'xavier', initStd: 0, optimizer: 'sgd', semantics: 'book', sampling: 'drawn' },
  params: { lr: 0.1 },
};

/** Backpropagation through one layer takes a millisecond a sample; nothing else takes any time. */
function timed(): { readonly arithmetic: Arithmetic; readonly now: () => number } {
  let time = 0;
  const transposedTimes: Arithmetic['transposedTimes'] = (a, b, c, n, k, m) => {
    time += k;
    float64.transposedTimes(a, b, c, n, k, m);
  };
  return { arithmetic: { ...float64, transposedTimes }, now: () => time };
}

test('each size runs to the goal as it would alone, and only its updates count as time (seed 2)', () => {
  const race = createBatchRace({ samples, spec, seed: 2, ...timed() });
  while (race.done() < race.total) race.advance();
  const racers = race.racers();
  expect(racers.map(({ size }) => size)).toEqual([...batchSizes]);
  const train = batchOf(samples, float64);
  for (const { size, loss, updates, seconds } of racers) {
    const alone = createUpdates({ ...spec, batch: size, seed: 2 }, train, float64);
    const losses = raceUpdates.slice(0, loss.length).map((until) => {
      while (alone.done() < until) alone.update();
      return alone.network.loss(alone.weights, train);
    });
    expect([...loss]).toEqual(losses);
    expect(losses.findIndex((value) => value <= GOAL)).toBe(losses.length - 1);
    const last = raceUpdates[loss.length - 1]!;
    expect(updates).toBeGreaterThan(raceUpdates[loss.length - 2]!);
    expect(updates).toBeLessThanOrEqual(last);
    // Two layers, a millisecond a sample in each; no batch is larger than all samples.
    expect(seconds).toBeCloseTo((updates * 2 * Math.min(size, samples.count)) / 1000, 9);
  }
});

test('the noise is that of single gradients over the size, where batches of a hundred got to the goal (seed 2)', () => {
  const race = createBatchRace({ samples, spec, seed: 2, arithmetic: float64, now: () => 0 });
  while (race.done() < race.total) race.advance();
  const racers = race.racers();
  const train = batchOf(samples, float64);
  const hundred = createUpdates({ ...spec, batch: 100, seed: 2 }, train, float64);
  while (hundred.done() < raceUpdates[racers.find(({ size }) => size === 100)!.loss.length - 1]!) hundred.update();
  const net = createNetwork(network);
  const [own, full] = [new Float64Array(net.layout.size), new Float64Array(net.layout.size)];
  net.lossAndGradient(hundred.weights, train, full);
  const squares = (values: Float64Array) => values.reduce((sum, value) => sum + value * value, 0);
  let mean = 0;
  for (let i = 0; i < samples.count; i++) {
    const one = { count: 1, x: train.x.subarray(2 * i, 2 * i + 2), targets: train.targets.subarray(2 * i, 2 * i + 2) };
    net.lossAndGradient(hundred.weights, one, own);
    mean += squares(own) / samples.count;
  }
  const exact = (mean - squares(full)) / squares(full);
  // From 400 gradients each: a tenth or so.
  for (const { size, noise } of racers.filter(({ size: of }) => of <= 10))
    expect([size, Math.abs((noise * size) / exact - 1) < 0.35]).toEqual([size, true]);
});

test('a size that does not get to the goal says so, and its noise is still measured', () => {
  const race = createBatchRace({
    ...{ seed: 2, arithmetic: float64, now: () => 0 },
    samples: drawData({ id: 'moons', count: 12, noise: 0.1, seed: 1 }).train,
    spec: { ...spec, params: { lr: 1e-6 } },
  });
  while (race.done() < race.total) race.advance();
  for (const { updates, seconds, loss, noise } of race.racers()) {
    expect([updates, seconds, loss.length]).toEqual([NaN, NaN, raceUpdates.length]);
    expect(noise).toBeGreaterThan(0);
  }
});

test('on the digits ten times the batch saves half of the updates, though the noise is still larger than the gradient', () => {
  const { spec: own } = experiments['batch-sizes'].contestants[0]!;
  const rows = Array.from({ length: 1000 }, (_, i) => i);
  const race = createBatchRace({
    ...{ samples: pickSamples(digits.train, rows), spec: own, seed: 1, arithmetic: fastArithmetic(), now: () => 0 },
    sizes: [10, 100],
  });
  while (race.done() < race.total) race.advance();
  const [ten, hundred] = race.racers();
  // As docs/microscope.md has them.
  expect([ten!.updates, hundred!.updates].map(Math.round)).toEqual([246, 131]);
  expect(hundred!.noise).toBeGreaterThan(1);
  expect(ten!.noise / hundred!.noise).toBeGreaterThan(5);
});
