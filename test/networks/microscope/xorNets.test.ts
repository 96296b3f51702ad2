import { expect, test } from 'vitest';
import { toyData } from '../../../src/networks/data/index.ts';
import { createRng } from '../../../src/math/rng.ts';
import { corners, perceptrons, type GivenNetwork } from '../../../src/networks/microscope/gates.ts';
import { answerOf, countRight, gateIds, mostRight, rightOf, truths } from '../../../src/networks/microscope/truths.ts';
import { givenXor, learnXor } from '../../../src/networks/microscope/xorNets.ts';
import { createNetwork } from '../../../src/networks/network.ts';

const sumsOf = ({ spec, weights }: GivenNetwork): number[] => [
  ...createNetwork(spec)
    .forward(weights, { count: 4, x: Float64Array.from(corners.flat()) })
    .subarray(0, 4),
];
const rightIn = (net: GivenNetwork, margin = 0): number =>
  countRight(
    'xor',
    sumsOf(net).map((sum) => answerOf(sum, margin)),
  );
const atOnce = () => Promise.resolve();

test('the gates’ truths are those of the data', () => {
  for (const id of gateIds) expect(truths[id]).toEqual([...toyData[id].draw(4, 0, createRng(1)).labels!]);
});

test('one perceptron gets all of AND, OR and NAND, and three of XOR at most', () => {
  expect(gateIds.map((gate) => mostRight(gate))).toEqual([4, 4, 4, 3]);
  expect(rightOf('xor', perceptrons.or)).toBe(3);
  expect(rightOf('nand', perceptrons.and)).toBe(0);
});

test('a sum near 0, or none, is no answer', () => {
  expect([answerOf(0.1), answerOf(-0.1), answerOf(0.1, 0.2), answerOf(NaN)]).toEqual([1, 0, null, null]);
});

test('the nets that are given do XOR with the activation that they are made for, and not with identity', () => {
  expect([rightIn(givenXor('fold', 'relu')), rightIn(givenXor('gates', 'step'))]).toEqual([4, 4]);
  expect([rightIn(givenXor('fold', 'identity')), rightIn(givenXor('gates', 'identity'))]).toEqual([3, 2]);
});

test.each(['tanh', 'relu', 'sigmoid'] as const)(
  '%s learns XOR in one to five layers; seeds 1 to 3',
  async (activation) => {
    for (const depth of [1, 2, 3, 4, 5]) {
      for (const seed of [1, 2, 3]) {
        const net = await learnXor({ activation, depth, seed }, atOnce);
        expect(rightIn(net, 0.25), `${depth} layers, seed ${seed}`).toBe(4);
      }
    }
  },
);

test('identities learn to say neither at every corner, however many; the least squares’ answer', async () => {
  for (const depth of [1, 3, 5]) {
    const net = await learnXor({ activation: 'identity', depth, seed: 1 }, atOnce);
    for (const sum of sumsOf(net)) expect(Math.abs(sum), `${depth} layers`).toBeLessThan(0.02);
  }
});

test('who gives up is heard between two starts', async () => {
  let pauses = 0;
  const tired = () => (++pauses === 3 ? Promise.reject(new Error('enough')) : Promise.resolve());
  await expect(learnXor({ activation: 'identity', depth: 1, seed: 1 }, tired)).rejects.toThrow('enough');
});
