import { expect, test } from 'vitest';
import { createRng } from '../../../src/math/rng.ts';
import { drawData } from '../../../src/networks/data/index.ts';
import { initialWeights } from '../../../src/networks/init.ts';
import { coordinate, createGrid, mergeGrids } from '../../../src/networks/landscape/grid.ts';
import { randomPlane } from '../../../src/networks/landscape/plane.ts';
import { createNetwork } from '../../../src/networks/network.ts';
import type { NetworkSpec } from '../../../src/networks/types.ts';

const spirals = drawData({ id: 'spirals', count: 30, noise: 0.05, seed: 1 }).train;
const base: NetworkSpec = {
  ...{ inputs: 2, hidden: [5, 4], outputs: 2, activation: 'tanh', task: 'classes', loss: 'cross-entropy' },
  ...{ batchNorm: false, dropout: 0.3, decay: 0.1 },
};
const ranges = { alpha: [-1, 0.5], beta: [-0.8, 1.2] } as const;

test.each([
  ['deep', base],
  ['linear', { ...base, hidden: [] }],
  ['batch norm', { ...base, batchNorm: true }],
  ['squared error', { ...base, hidden: [6], activation: 'relu', loss: 'squared-error' }],
] as const)('a grid holds the loss of the net at each of its points: %s', (_, spec) => {
  const network = createNetwork(spec);
  const { gaussian } = createRng(3, 'statistics');
  for (const { mean, variance } of network.running ?? []) {
    mean.forEach((_, i) => (mean[i] = gaussian()));
    variance.forEach((_, i) => (variance[i] = 0.5 + gaussian() ** 2));
  }
  const weights = initialWeights(spec, 'xavier', 0, 2).map((w) => w + 0.1 * gaussian());
  const plane = randomPlane(spec, weights, 4);
  const grid = createGrid({ network: spec, plane, ...ranges, size: 5, running: network.running }, spirals);
  while (grid.step(0));
  for (let row = 0; row < 5; row++) {
    for (let column = 0; column < 5; column++) {
      const [alpha, beta] = [coordinate(ranges.alpha, column, 5), coordinate(ranges.beta, row, 5)];
      const moved = plane.origin.map((from, i) => from + alpha * plane.u[i]! + beta * plane.v[i]!);
      expect(grid.loss[row * 5 + column]).toBeCloseTo(network.loss(moved, spirals), 12);
    }
  }
});

test('a grid is coarse first, computes nothing twice, and stops by the clock', () => {
  const plane = randomPlane(base, initialWeights(base, 'xavier', 0, 1), 1);
  let clock = 0;
  const spec = { network: base, plane, ...ranges, size: 65 };
  const grid = createGrid(spec, spirals, { now: () => clock++ });
  const seen: number[] = [];
  expect(grid.step(9)).toBe(true);
  expect(grid.done).toBe(9);
  for (let more = true; more;) {
    const before = grid.stride;
    more = grid.step(0);
    if (grid.stride !== before) seen.push(grid.stride, grid.done);
  }
  expect(seen).toEqual([4, 17 ** 2, 2, 33 ** 2, 1, 65 ** 2]);
  expect(grid.loss.some(Number.isNaN)).toBe(false);

  const whole = new Float64Array(65 ** 2).fill(NaN);
  for (let index = 0; index < 3; index++) {
    const part = createGrid(spec, spirals, { share: [index, 3], now: () => 0 });
    while (part.step(1));
    mergeGrids(whole, part.loss);
  }
  expect(whole).toEqual(grid.loss);
});
