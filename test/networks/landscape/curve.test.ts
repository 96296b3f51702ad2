import { expect, test } from 'vitest';
import { float64 } from '../../../src/networks/arithmetic.ts';
import { drawData } from '../../../src/networks/data/index.ts';
import { bezier, createCurve, lossesAlong, straight } from '../../../src/networks/landscape/curve.ts';
import { pointsPlane } from '../../../src/networks/landscape/plane.ts';
import { projectOn } from '../../../src/networks/landscape/project.ts';
import { connectedPair } from '../../../src/networks/settings/pair.ts';
import { batchOf, createTraining } from '../../../src/networks/train.ts';

test('between two trained nets the straight line has a wall, and a curve goes round it (seeds 1 and 2)', () => {
  const { train, otherSeed, curve: options } = connectedPair;
  const data = drawData(connectedPair.data);
  const batch = batchOf(data.train, float64);
  const [a, b] = [train.seed, otherSeed].map((seed) => {
    const training = createTraining({ ...train, seed }, data);
    while (training.step());
    return Float64Array.from(training.weights);
  }) as [Float64Array, Float64Array];
  const most = (path: typeof line) => Math.max(...lossesAlong(train.network, path, batch, 61));
  const line = straight(a, b);
  const training = createCurve(train.network, a, b, batch, options);
  const half = bezier(a, training.control.slice(), b);
  // The control point begins on the line.
  expect(half(0.3, new Float64Array(a.length))[5]).toBeCloseTo(line(0.3, new Float64Array(a.length))[5]!, 12);
  while (training.step());
  expect(training.done).toBe(options.steps);
  const curve = bezier(a, training.control, b);
  const ends = lossesAlong(train.network, line, batch, 2);
  expect(Math.max(...ends)).toBeLessThan(2e-3);
  expect(most(line)).toBeGreaterThan(1);
  expect(most(curve)).toBeLessThan(0.02);
  // The plane of the two and the control point holds the whole curve.
  const plane = pointsPlane(a, b, training.control);
  for (const t of [0, 0.25, 0.5, 1])
    expect(projectOn(plane, curve(t, new Float64Array(a.length))).residual).toBeLessThan(1e-12);
});

test('losses along a path are the net’s, whatever its decay', () => {
  const { network } = connectedPair.train;
  const batch = batchOf(drawData(connectedPair.data).train, float64);
  const path = straight(new Float64Array(354).fill(0.1), new Float64Array(354).fill(-0.2));
  const spec = { ...network, decay: 1, dropout: 0.5 };
  expect(lossesAlong(spec, path, batch, 3)).toEqual(lossesAlong(network, path, batch, 3));
});
