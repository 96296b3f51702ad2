import { expect, test } from 'vitest';
import { measure } from '../../../src/reconstruction/metrics/measure.ts';
import { createRng } from '../../../src/math/rng.ts';
import { chamferDistance } from '../../../src/reconstruction/metrics/chamfer.ts';
import { emdAuction } from '../../../src/reconstruction/metrics/emdAuction.ts';
import { emdExact } from '../../../src/reconstruction/metrics/emdExact.ts';

const drawn = (stream: string) => Float64Array.from({ length: 3 * 200 }, createRng(1, stream).uniform);

test('the scene’s figures are the metrics’ own: EMD that of the auction, at most 0.001 above the exact one (200 independent points, seed 1)', () => {
  const [a, b] = [drawn('a'), drawn('b')];
  const { chamfer, emd, assignment, distanceToB, nearestInB } = measure(a, b);
  const auction = emdAuction(a, b, 0.001);
  const exact = emdExact(a, b).mean;
  expect(emd).toBe(auction.mean);
  expect(emd).toBeGreaterThanOrEqual(exact - 1e-12);
  expect(emd - exact).toBeLessThanOrEqual(0.001);
  expect(assignment).toEqual(auction.assignment);
  expect(chamfer).toBe(chamferDistance(a, b).chamfer);
  // Nearest points alone, many to one, are nearer than any bijection.
  expect(emd).toBeGreaterThan(distanceToB.reduce((sum, distance) => sum + distance, 0) / 200);
  expect(new Set(nearestInB).size).toBeLessThan(200);
  expect(new Set(assignment).size).toBe(200);
});
