import { describe, expect, test } from 'vitest';
import { createRng } from '../../../src/math/rng.ts';
import { readKin } from '../../../src/reconstruction/kin/kin.ts';
import { noveltyDistance, percentileOf, quantilesOf } from '../../../src/reconstruction/kin/novelty.ts';
import { AXES, distanceSq, placeIn } from '../../../src/reconstruction/kin/space.ts';
import { AssetError } from '../../../src/reconstruction/network/weights.ts';
import { makeSample } from '../../../src/reconstruction/sample.ts';
import { categoryIds, isCategory } from '../../../src/reconstruction/shapes/index.ts';
import { principalAxes } from '../../../tools/reconstruction/pca.ts';
import { foreignPicture } from '../../../tools/reconstruction/foreign.ts';
import { readBytes, readManifest, trainedNetwork } from '../network/trained.ts';

describe('places in the space', () => {
  const length = 512;
  const axes = new Float32Array(AXES * length);
  for (let axis = 0; axis < AXES; axis++) axes[axis * length + axis] = 1;
  const scales = new Float32Array(AXES + 1).fill(2);
  scales[AXES] = 3;
  const units = new Float32Array(length).fill(1);
  units[2] = 10;
  const space = { from: 3, mean: new Float32Array(length).fill(1), units, axes, scales };

  test('coordinates along the axes and the distance beyond them, each by its scale', () => {
    const feature = new Float32Array(length + 3).fill(1);
    feature[0] = 50; // before the stretch
    feature[3] = 6;
    feature[5] = 2;
    feature[34] = -1;
    feature[35] = 4;
    feature[503] = 5;
    const { along, beyond } = placeIn(space, feature);
    expect([along[0], along[1], along[2], along[31]]).toEqual([10, 0, 20, -4]);
    expect(beyond).toBe(15);
  });

  test('a feature of another length is refused', () => {
    expect(() => placeIn(space, [1, 2])).toThrow('a feature has 515 numbers or more, not 2');
  });
});

describe('novelty', () => {
  const references = Float32Array.from({ length: 40 * AXES }, createRng(1, 'references').gaussian);

  test('is the mean distance to the nearest eight, what lies beyond being a direction of its own', () => {
    const along = Float64Array.from({ length: AXES }, createRng(2, 'place').gaussian);
    const all = Array.from({ length: 40 }, (_, i) => Math.sqrt(distanceSq(along, references, AXES * i) + 9));
    const nearest = all.sort((a, b) => a - b).slice(0, 8);
    expect(noveltyDistance({ along, beyond: 3 }, references)).toBeCloseTo(nearest.reduce((a, b) => a + b) / 8, 12);
  });

  test('has a percentile among the held-out ones', () => {
    const quantiles = quantilesOf(Array.from({ length: 201 }, (_, i) => 200 - i));
    expect(quantiles).toHaveLength(101);
    expect([...quantiles.slice(0, 3)]).toEqual([0, 2, 4]);
    expect([-1, 0, 1, 95, 200, 300].map((value) => percentileOf(value, quantiles))).toEqual([
      0, 0, 0.5, 47.5, 100, 100,
    ]);
  });
});

test('principal axes are found by falling variance', () => {
  const rng = createRng(3, 'rows');
  const rows = Array.from({ length: 400 }, () => [5 + 0.1 * rng.gaussian(), 3 * rng.gaussian(), rng.gaussian(), 0]);
  const { mean, axes, deviations } = principalAxes(rows, 2, createRng(1, 'axes'));
  expect(mean[0]).toBeCloseTo(5, 1);
  expect(Math.abs(axes[1]!)).toBeGreaterThan(0.99);
  expect(Math.abs(axes[4 + 2]!)).toBeGreaterThan(0.99);
  expect(deviations[0]).toBeGreaterThan(2.7);
  expect(deviations[1]).toBeCloseTo(1, 0);
});

describe('the shipped kin', () => {
  const network = trainedNetwork();
  const kin = readKin(readManifest('kin'), readBytes('kin'), network);
  const featureOf = (category: string, seed: number) => {
    if (!isCategory(category)) throw new Error(category);
    return network.feature(makeSample(category, seed, { points: 2 }).picture);
  };

  test('has sixteen shapes of every category within the map, all apart', () => {
    expect(kin.gallery.map(({ category }) => category)).toEqual(
      categoryIds.flatMap((id) => new Array<string>(16).fill(id)),
    );
    expect(Math.max(...kin.gallery.flatMap(({ position }) => position.map(Math.abs)))).toBeCloseTo(1, 2);
    expect(new Set(kin.gallery.map(({ position }) => position.join())).size).toBe(160);
  });

  test('a shape of the gallery is its own next of kin and stands where the map says', () => {
    for (const { category, seed, position } of [kin.gallery[0]!, kin.gallery[77]!, kin.gallery[159]!]) {
      const feature = featureOf(category, seed);
      const [next, second] = kin.nearestKin(feature, 3);
      expect(next).toMatchObject({ category, seed });
      expect(next!.distance).toBeLessThan(0.2 * second!.distance);
      const other = featureOf(second!.category, second!.seed);
      expect(kin.distance(feature, other) / second!.distance).toBeCloseTo(1, 2);
      for (const [axis, value] of kin.place(feature).entries()) expect(value).toBeCloseTo(position[axis]!, 2);
    }
  });

  test('unseen samples are no news, noise is', () => {
    const percentiles = Array.from({ length: 20 }, (_, i) =>
      kin.noveltyOf(featureOf(categoryIds[i % categoryIds.length]!, 5000 + i)),
    ).map(({ percentile }) => percentile);
    expect(percentiles.filter((percentile) => percentile > 95).length).toBeLessThanOrEqual(4);
    const noise = Array.from({ length: 10 }, (_, i) =>
      kin.noveltyOf(network.feature(foreignPicture('noise', 'test', i))),
    );
    expect(noise.filter(({ percentile }) => percentile > 95).length).toBeGreaterThanOrEqual(8);
  });

  test('refuses a file of another network, and a gallery that it cannot make', () => {
    const manifest = readManifest('kin');
    expect(() => readKin(manifest, readBytes('kin'), { crc32: 1 })).toThrow(AssetError);
    const foreign = { ...(manifest as object), gallery: [{ category: 'teapot', seed: 1 }] };
    expect(() => readKin(foreign, readBytes('kin'), network)).toThrow('a shape in its gallery that this program');
  });
});
