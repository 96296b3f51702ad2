import { expect, test } from 'vitest';
import { localCrew } from '../../src/jobs/crew/local.ts';
import { startsMap } from '../../src/jobs/trainingMap/starts.ts';
import { startOf, type StartsSetup } from '../../src/jobs/trainingMap/startsDuty.ts';
import { drawData } from '../../src/networks/data/index.ts';
import { layoutOf } from '../../src/networks/layout.ts';
import { createNetwork } from '../../src/networks/network.ts';
import { randomPlane } from '../../src/networks/landscape/plane.ts';
import { initialWeights } from '../../src/networks/init.ts';
import type { NetworkSpec } from '../../src/networks/types.ts';

const data = drawData({ id: 'moons', count: 20, noise: 0.1, seed: 3 });
const network: NetworkSpec = {
  ...{ inputs: 2, hidden: [4], outputs: 2, activation: 'tanh', task: 'classes', loss: 'cross-entropy' },
  ...{ batchNorm: false, dropout: 0, decay: 0.01 },
};
const plane = randomPlane(network, initialWeights(network, 'xavier', 0, 1), 5);
const rate = 0.3;

function setupOf(lr = rate): StartsSetup {
  const of = { init: 'xavier', initStd: 0, optimizer: 'sgd', semantics: 'torch', batch: 0, seed: 1 } as const;
  const run = { ...of, network, steps: 15, params: { lr, weight_decay: 0 } };
  return { spec: { run, domain: [-2, 2, -1, 3], size: 5, float32Above: Infinity }, plane, samples: data.train };
}

test('cells lie row by row from the lowest β up, each begins at its middle', () => {
  const { spec } = setupOf();
  expect(startOf(spec, 0)).toEqual([-1.6, -0.6]);
  expect(startOf(spec, 4)[0]).toBeCloseTo(1.6, 12);
  expect(startOf(spec, 20)[1]).toBeCloseTo(2.6, 12);
});

test('each cell is gradient descent from its place of the plane, written out here', async () => {
  const setup = setupOf();
  const map = await startsMap(setup, localCrew(2));
  const { size } = layoutOf(network);
  for (const cell of [0, 7, 13, 24]) {
    const [alpha, beta] = startOf(setup.spec, cell);
    const weights = plane.origin.map((from, i) => from + alpha * plane.u[i]! + beta * plane.v[i]!);
    const net = createNetwork(network);
    const gradient = new Float64Array(size);
    expect(map.first[cell]).toBe(net.loss(weights, data.train));
    for (let step = 0; step < 15; step++) {
      net.lossAndGradient(weights, data.train, gradient);
      for (let i = 0; i < size; i++) weights[i]! -= rate * gradient[i]!;
    }
    expect(map.loss[cell]).toBeCloseTo(net.loss(weights, data.train), 12);
  }
});

test('one that leaves the numbers has a start and no end; the map comes coarse to fine', async () => {
  const told: number[] = [];
  const wild = setupOf(1e200);
  const larger = { ...wild, spec: { ...wild.spec, size: 12, run: { ...wild.spec.run, steps: 3 } } };
  const map = await startsMap(larger, localCrew(), { onPart: (_, stride) => told.push(stride) });
  expect(told).toEqual([2, 1]);
  expect(map.first.every(Number.isFinite)).toBe(true);
  expect(map.loss.every(Number.isNaN)).toBe(true);
});
