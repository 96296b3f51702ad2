import { describe, expect, test } from 'vitest';
import { createRng } from '../../../src/math/rng.ts';
import { everyOther } from '../../../src/reconstruction/everyOther.ts';
import { nearestBothWays } from '../../../src/reconstruction/metrics/nearest.ts';
import { chamferDistance } from '../../../src/reconstruction/metrics/chamfer.ts';
import { bare, full } from '../../../src/reconstruction/network/extras.ts';
import { createMany } from '../../../src/reconstruction/network/many.ts';
import { mirrored, mirroredBack } from '../../../src/reconstruction/network/mirror.ts';
import { pullOnto } from '../../../src/reconstruction/network/pull.ts';
import { thinned } from '../../../src/reconstruction/network/thin.ts';
import { unite } from '../../../src/reconstruction/network/unite.ts';
import { makeSample } from '../../../src/reconstruction/sample.ts';
import { proceduralName } from '../../../src/reconstruction/seeds.ts';
import { reconstructionSimd } from '../../../src/jobs/reconstructionSimd.ts';
import { trainedNetwork, trainedWeights } from './trained.ts';

const network = trainedNetwork();
const samples = Array.from({ length: 10 }, (_, i) => proceduralName(23, i)).map(({ category, seed }) =>
  makeSample(category, seed),
);
const [first] = samples;
if (!first) throw new Error('no samples');

/** Its points in an order that hangs on where they are alone. */
const asSet = (points: ArrayLike<number>) =>
  Array.from({ length: points.length / 3 }, (_, i) => [points[3 * i]!, points[3 * i + 1]!, points[3 * i + 2]!] as const)
    .map((point) => point.join())
    .sort();

/** How far the two are apart as sets: the farthest that a point of either is from the other. */
const apart = (a: Float64Array, b: Float64Array) =>
  Math.sqrt(Math.max(...nearestBothWays(a, b).flatMap(({ distancesSq }) => [...distancesSq])));

const cloud = (count: number, seed: number) =>
  Float64Array.from({ length: 3 * count }, createRng(seed, 'cloud').gaussian);

describe('the mirror', () => {
  test('exchanges left and right, twice nothing', () => {
    const { picture } = first;
    const other = mirrored(picture);
    for (let y = 0; y < 64; y++)
      for (let x = 0; x < 64; x++) {
        expect(other.gray[64 * y + x]).toBe(picture.gray[64 * y + 63 - x]);
        expect(other.mask[64 * y + x]).toBe(picture.mask[64 * y + 63 - x]);
      }
    expect(mirrored(other)).toEqual(picture);
    expect([...mirroredBack(Float64Array.of(1, 2, 3, -4, 5, 6))]).toEqual([-1, 2, 3, 4, 5, 6]);
  });

  test.each([0, 7])('the answer to a mirror image is the mirror image of the answer (set 23, sample %i)', (i) => {
    const { picture } = samples[i]!;
    const answer = network.answer(picture, full);
    const other = network.answer(mirrored(picture), full);
    expect(apart(mirroredBack(other), answer)).toBeLessThan(1e-12);
    // The layers by themselves have not learned that.
    const [one, two] = [network.answer(picture), network.answer(mirrored(picture))];
    expect(apart(mirroredBack(two), one)).toBeGreaterThan(0.01);
  });
});

describe('thinning', () => {
  test('takes points far from one another, wherever they stand in the array', () => {
    const points = cloud(500, 1);
    const order = Array.from({ length: 500 }, (_, i) => (i * 187) % 500);
    const shuffled = Float64Array.from(order.flatMap((i) => [...points.subarray(3 * i, 3 * i + 3)]));
    const kept = thinned(points, 100);
    expect(asSet(thinned(shuffled, 100))).toEqual(asSet(kept));
    expect(asSet(points)).toEqual(expect.arrayContaining(asSet(kept)));
  });

  test('of a line of points it takes the ends, then the middle, then the quarters', () => {
    const line = Float64Array.from({ length: 27 }, (_, i) => (i % 3 === 0 ? i / 3 : 0));
    const xs = (count: number) => Array.from(thinned(line, count)).filter((_, i) => i % 3 === 0);
    expect(xs(2)).toEqual([0, 8]);
    expect(xs(3)).toEqual([0, 4, 8]);
    expect(xs(5)).toEqual([0, 2, 4, 6, 8]);
    expect(xs(9)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
  });

  test('points that lie on one another are enough of them', () => {
    expect([...thinned(new Float64Array(30), 4)]).toEqual(new Array(12).fill(0));
  });
});

test('what one of two answers has alone is left out of both', () => {
  const a = cloud(200, 2);
  const b = a.map((value, i) => value + 0.01 * Math.sin(i));
  b.set([9, 9, 9], 3 * 17);
  const united = unite(a, b);
  expect(united).toHaveLength(a.length);
  expect(Math.max(...united)).toBeLessThan(9);
});

describe('pulled onto the picture', () => {
  test('points of the surface that the picture shows stay where they are, on average to a fifth of a pixel', () => {
    for (const { picture, points } of samples) {
      const pulled = points.slice();
      pullOnto(picture.mask, [pulled]);
      const moved = pulled.map((value, i) => Math.abs(value - points[i]!));
      // A pixel is 1/56 of the object.
      expect(moved.reduce((sum, by) => sum + by, 0) / (points.length / 3)).toBeLessThan(0.2 / 56);
      expect(Math.max(...moved)).toBeLessThan(4 / 56);
    }
  });

  test('strays come to the nearest pixel of the object, at their own depth', () => {
    const { picture, points } = first;
    const strays = points.slice();
    const count = points.length / 3;
    for (const i of [5, 500, 1500]) strays[3 * i + 1] = strays[3 * i + 1]! + 3;
    pullOnto(picture.mask, [strays]);
    for (let i = 0; i < count; i++) expect(strays[3 * i + 2]).toBe(points[3 * i + 2]);
    const high = points.filter((_, i) => i % 3 === 1).reduce((most, y) => Math.max(most, y));
    for (const i of [5, 500, 1500]) expect(strays[3 * i + 1]).toBeLessThan(high + 0.2);
  });

  test('without an object, or without extent, nothing moves', () => {
    const points = cloud(50, 3);
    const before = points.slice();
    pullOnto(new Uint8Array(4096), [points]);
    expect(points).toEqual(before);
    const same = new Float64Array(30);
    pullOnto(first.picture.mask, [same]);
    expect([...same].every((value) => value === 0)).toBe(true);
  });
});

test('with everything on the answers are nearer to the truth, on average over 10 unseen shapes (set 23)', () => {
  const mean = (extras: typeof bare) =>
    samples.reduce((sum, { picture, points }) => {
      return sum + chamferDistance(network.answer(picture, extras), everyOther(points, 0)).chamfer;
    }, 0) / samples.length;
  const layers = mean(bare);
  expect(mean(full)).toBeLessThan(layers);
  expect(mean({ ...bare, pull: true })).toBeLessThan(layers);
});

test('the many head’s answers go the same way, and the encoder’s feature none', () => {
  const many = createMany(network, trainedWeights('many'), reconstructionSimd);
  const { picture } = first;
  const [one] = many.samples(picture, 1, 5, full);
  const [other] = many.samples(mirrored(picture), 1, 5, full);
  expect(one).toHaveLength(3 * 1024);
  expect(apart(mirroredBack(other!), one!)).toBeLessThan(1e-12);
  expect(network.infer(picture, full).feature).toEqual(network.feature(picture));
});
