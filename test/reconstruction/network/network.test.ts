import { describe, expect, test } from 'vitest';
import { createMany, noiseOf, readMany } from '../../../src/reconstruction/network/many.ts';
import { ANSWER_POINTS, PICTURE_SIZE, type Picture } from '../../../src/reconstruction/types.ts';
import { AssetError } from '../../../src/reconstruction/network/weights.ts';
import { largestDifference, readBytes, readFixture, readManifest, trainedNetwork, trainedWeights } from './trained.ts';

const fixture = readFixture();
const network = trainedNetwork();
const [first, second] = fixture.cases;
if (!first || !second) throw new Error('the fixture has too few cases');

/** What the issue allows a coordinate, in edges of the object's box. */
const ALLOWED = 1e-3;

test('the fixture was made with the weights that are shipped', () => {
  expect(fixture.network).toBe(network.crc32);
});

describe('the network answers as torch does', () => {
  test.each(fixture.cases.map((torch, i) => [i, torch] as const))('case %i', (_, { picture, points, feature }) => {
    const answer = network.infer(picture);
    expect(answer.points).toHaveLength(3 * ANSWER_POINTS);
    expect(largestDifference(answer.points, points)).toBeLessThan(ALLOWED);
    expect(largestDifference(answer.feature.subarray(0, feature.length), feature)).toBeLessThan(
      ALLOWED * Math.max(1, ...feature),
    );
    expect(largestDifference(network.answer(picture), answer.points)).toBe(0);
    expect(largestDifference(network.feature(picture), answer.feature)).toBe(0);
  });
});

test('answers belong to the caller: the next picture leaves them alone', () => {
  const before = network.infer(first.picture);
  const copy = { points: before.points.slice(), feature: before.feature.slice() };
  network.infer(second.picture);
  expect(before).toEqual(copy);
});

describe('the fixture would notice', () => {
  const mirrored = (channel: Uint8Array) =>
    channel.map((_, i) => channel[i - (i % PICTURE_SIZE) + PICTURE_SIZE - 1 - (i % PICTURE_SIZE)]!);
  test.each<[string, (picture: Picture) => Picture]>([
    ['a mask channel dropped', ({ gray, mask }) => ({ gray, mask: new Uint8Array(mask.length) })],
    ['a gray channel dropped', ({ gray, mask }) => ({ gray: new Uint8Array(gray.length), mask })],
    ['channels swapped', ({ gray, mask }) => ({ gray: mask, mask: gray })],
    ['a mirrored picture', ({ gray, mask }) => ({ gray: mirrored(gray), mask: mirrored(mask) })],
  ])('%s', (_, change) => {
    const off = fixture.cases.map(({ picture, points }) => largestDifference(network.answer(change(picture)), points));
    expect(Math.max(...off)).toBeGreaterThan(5 * ALLOWED);
  });
});

test('a picture of another size is refused', () => {
  const picture = { gray: new Uint8Array(100), mask: new Uint8Array(100) };
  expect(() => network.answer(picture)).toThrow('a picture has 4096 pixels, not 100 and 100');
});

describe('many answers', () => {
  const weights = trainedWeights('many');
  const many = createMany(network, weights);

  test('on the noise of the fixture, as torch does', () => {
    const withNoise = fixture.cases.filter(({ noise }) => noise);
    expect(fixture.many).toBe(weights.crc32);
    expect(withNoise.length).toBeGreaterThan(0);
    for (const { picture, noise = [], sample = [] } of withNoise)
      expect(largestDifference(many.sample(picture, noise), sample)).toBeLessThan(ALLOWED);
  });

  test('sample i hangs on seed and i alone, and on the same picture', () => {
    const three = many.samples(first.picture, 3, 7);
    const [again] = many.samples(first.picture, 1, 7);
    const [other] = many.samples(first.picture, 1, 8);
    expect(three).toHaveLength(3);
    expect(again).toEqual(three[0]);
    expect(other).not.toEqual(three[0]);
    expect(three[1]).not.toEqual(three[0]);
    expect(many.sample(first.picture, noiseOf(7, 2))).toEqual(three[2]);
  });

  test('are refused for a network that they were not trained on', () => {
    const [manifest, bytes] = [readManifest('many'), readBytes('many')];
    expect(readMany(manifest, bytes, network).samples(first.picture, 1, 7)).toEqual(many.samples(first.picture, 1, 7));
    const other = () => readMany(manifest, bytes, { ...network, crc32: network.crc32 ^ 1 });
    expect(other).toThrow(AssetError);
    expect(other).toThrow('many.bin was made for another network');
    expect(() => readMany({ ...Object(manifest), network: undefined }, bytes, network)).toThrow(AssetError);
  });

  test('asks for its noise', () => {
    expect(() => many.sample(first.picture, [1, 2])).toThrow('the head takes 16 numbers of noise');
  });
});
