import { describe, expect, test } from 'vitest';
import { reconstructionSimd } from '../../../src/jobs/reconstructionSimd.ts';
import { createNetwork } from '../../../src/reconstruction/network/infer.ts';
import { createMany, noiseOf, readMany } from '../../../src/reconstruction/network/many.ts';
import { ANSWER_POINTS, PICTURE_SIZE, type Picture } from '../../../src/reconstruction/types.ts';
import { AssetError } from '../../../src/reconstruction/network/weights.ts';
import { featureLength } from '../../../src/reconstruction/network/encoder.ts';
import { fakeNetwork } from './fakeWeights.ts';
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

test('SIMD is at work, and plain loops give the same bits', () => {
  const plain = createNetwork(trainedWeights('network'));
  expect([network.simd(), plain.simd()]).toEqual([true, false]);
  const { points, feature } = network.infer(first.picture);
  expect(plain.infer(first.picture)).toEqual({ points, feature });
});

test('a picture is answered alike whether it is asked about alone or beside another', () => {
  const copy = ({ code, maps }: ReturnType<typeof network.encode>) => ({
    code: code.slice(),
    maps: maps.map(({ channels, values }) => ({ channels, values: values.slice() })),
  });
  const [one, other] = [first, second].map(({ picture }) => copy(network.encode(picture)));
  const both = copy(network.encode(first.picture, second.picture));
  expect([...both.code]).toEqual([...one!.code, ...other!.code]);
  for (const [i, { channels, values }] of both.maps.entries()) {
    const pixels = values.length / channels / 2;
    for (let plane = 0; plane < 2 * channels; plane++) {
      const alone = (plane % 2 === 0 ? one! : other!).maps[i]!.values;
      const from = Math.floor(plane / 2) * pixels;
      expect(values.subarray(plane * pixels, (plane + 1) * pixels)).toEqual(alone.subarray(from, from + pixels));
    }
  }
});

describe('the widths are those of the weights', () => {
  // No multiples of eight: what fills the last panels must not show.
  const other = { encoder: [12, 22, 28, 36, 42], code: 70, decoder: 27 };

  test('another network runs, to the same bits with SIMD and without', () => {
    const weights = fakeNetwork(other);
    const [simd, plain] = [createNetwork(weights, reconstructionSimd), createNetwork(weights)];
    expect(simd.widths).toEqual({ code: 70, maps: [22, 28, 36] });
    const answer = simd.infer(first.picture);
    expect(answer.feature).toHaveLength(70 + 2 * (22 + 28 + 36));
    expect(answer.feature).toHaveLength(featureLength(simd.widths));
    expect(answer).toEqual(plain.infer(first.picture));
    expect(largestDifference(answer.points, simd.infer(second.picture).points)).toBeGreaterThan(0);
  });

  test('and so are those of its many head', () => {
    const many = createMany(
      createNetwork(fakeNetwork(other), reconstructionSimd),
      fakeNetwork({ ...other, noise: 16 }),
      reconstructionSimd,
    );
    const [one, next] = many.samples(first.picture, 2, 1);
    expect(one).toHaveLength(3 * ANSWER_POINTS);
    expect(one).not.toEqual(next);
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
  const many = createMany(network, weights, reconstructionSimd);

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
    expect(readMany(manifest, bytes, network, reconstructionSimd).samples(first.picture, 1, 7)).toEqual(
      many.samples(first.picture, 1, 7),
    );
    const other = () => readMany(manifest, bytes, { ...network, crc32: network.crc32 ^ 1 });
    expect(other).toThrow(AssetError);
    expect(other).toThrow('many.bin was made for another network');
    expect(() => readMany({ ...Object(manifest), network: undefined }, bytes, network)).toThrow(AssetError);
  });

  test('asks for its noise', () => {
    expect(() => many.sample(first.picture, [1, 2])).toThrow('the head takes 16 numbers of noise');
  });
});
