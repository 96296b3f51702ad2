import { expect, test } from 'vitest';
import { initialWeights } from '../../../src/networks/init.ts';
import { meanLoss } from '../../../src/networks/loss.ts';
import {
  answerOf,
  nudged,
  nudgeDirection,
  smallestNudge,
  spokeFor,
  spokeInside,
} from '../../../src/networks/microscope/saliency.ts';
import { createNetwork } from '../../../src/networks/network.ts';
import { batchFor, netOf } from './nets.ts';

const spec = netOf({ inputs: 12, hidden: [9, 8], activation: 'relu', batchNorm: true, dropout: 0.4 });

function trainedBefore(seed: number) {
  const network = createNetwork(spec);
  network.running!.forEach(({ mean, variance }) => {
    mean.fill(0.1);
    variance.fill(2);
  });
  return { network, weights: initialWeights(spec, 'he', 0, seed), x: batchFor(spec, 1, seed).x };
}

test('gradient × input against central differences of the logit, in inference; seed 1', () => {
  const { network, weights, x } = trainedBefore(1);
  const spoke = spokeFor(network, weights, x, 2);
  x.forEach((value, i) => {
    const logit = (by: number) => network.forward(weights, { count: 1, x: x.with(i, value + by) })[2]!;
    expect(spoke[i]).toBeCloseTo(((logit(1e-6) - logit(-1e-6)) / 2e-6) * value, 7);
  });
});

test('of ReLUs without biases the inputs’ parts add up to the logit; seed 2', () => {
  const bare = { ...spec, batchNorm: false, dropout: 0 };
  const network = createNetwork(bare);
  const weights = initialWeights(bare, 'he', 0, 2);
  const { x } = batchFor(bare, 1, 2);
  for (let output = 0; output < 3; output++) {
    const sum = spokeFor(network, weights, x, output).reduce((a, b) => a + b, 0);
    expect(sum).toBeCloseTo(network.forward(weights, { count: 1, x })[output]!, 10);
  }
});

test('in every layer the parts add up to the logit: of the last one with its bias, of all where nothing is added; seeds 1 and 2', () => {
  const { network, weights, x } = trainedBefore(1);
  const { biases } = network.layout.layers[2]!;
  weights.fill(0.3, biases, biases + 3);
  const logit = network.forward(weights, { count: 1, x })[2]!;
  const sumOf = (values: Float64Array) => values.reduce((a, b) => a + b, 0);
  const inside = spokeInside(network, weights, x, 2);
  expect(inside.map(({ length }) => length)).toEqual([12, 9, 8]);
  expect(sumOf(inside[2]!) + 0.3).toBeCloseTo(logit, 10);

  const bare = { ...spec, batchNorm: false, dropout: 0 };
  const plain = createNetwork(bare);
  const own = initialWeights(bare, 'he', 0, 2);
  const whole = plain.forward(own, { count: 1, x })[1]!;
  for (const layer of spokeInside(plain, own, x, 1)) expect(sumOf(layer)).toBeCloseTo(whole, 10);
});

test('the direction is the sign of the cross entropy’s slope, however sure the network is; seed 3', () => {
  const { network, weights, x } = trainedBefore(3);
  const direction = nudgeDirection(network, weights, x, 1);
  const targets = Float64Array.of(0, 1, 0);
  x.forEach((value, i) => {
    const loss = (by: number) =>
      meanLoss(spec, network.forward(weights, { count: 1, x: x.with(i, value + by) }), targets, 1, 3, false);
    expect(direction[i]).toBe(Math.sign(loss(1e-6) - loss(-1e-6)));
  });
  // A hundred times the last layer: p(label) is 1 to the last bit, the direction stays where the runner-up does.
  const sure = weights.slice();
  const { weights: at, inputs, outputs } = network.layout.layers[2]!;
  sure.subarray(at, at + inputs * outputs).forEach((w, i, piece) => (piece[i] = 1000 * w));
  const answer = answerOf(network.forward(sure, { count: 1, x }));
  expect(nudgeDirection(network, sure, x, answer).some((sign) => sign !== 0)).toBe(true);
});

test('nudged stays in the data’s range and moves no pixel by more than ε', () => {
  const x = Float64Array.of(0, 0.5, 1, 0.02);
  expect([...nudged(x, Float64Array.of(-1, 1, 1, -1), 0.1)]).toEqual([0, 0.6, 1, 0]);
});

test('of a linear network the smallest nudge is the margin over the slopes’ sum: |b| / ‖w‖₁; none where ε may not reach', () => {
  const linear = netOf({ inputs: 2, hidden: [], outputs: 2, activation: 'relu' });
  const network = createNetwork(linear);
  // logits: 0 and 2x₀ − x₁ − 0.3.
  const weights = Float64Array.of(0, 0, 2, -1, 0, -0.3);
  const x = Float64Array.of(0.5, 0.5);
  const margin = 2 * 0.5 - 0.5 - 0.3;
  expect(smallestNudge(network, weights, x, 1)).toBeCloseTo(margin / 3, 5);
  expect(smallestNudge(network, weights, x, 1, { most: 0.06 })).toBeNull();
  const just = nudged(x, nudgeDirection(network, weights, x, 1), margin / 3 + 1e-5);
  expect(answerOf(network.forward(weights, { count: 1, x: just }))).toBe(0);
});
