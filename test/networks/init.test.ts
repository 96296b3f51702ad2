import { expect, test } from 'vitest';
import { fastArithmetic } from '../../src/jobs/networkArithmetic.ts';
import { createRng } from '../../src/math/rng.ts';
import type { ActivationId } from '../../src/networks/activations.ts';
import { initialWeights } from '../../src/networks/init.ts';
import { createNetwork } from '../../src/networks/network.ts';
import type { InitId, NetworkSpec } from '../../src/networks/types.ts';

const [COUNT, WIDTH, LAYERS, SEEDS] = [1000, 100, 5, 8];

/** Standard deviations of the first and the last layer's activations, means over seeds 1 to 8: 『ゼロから作るDeep Learning』 §6.2.2. */
function spreads(activation: ActivationId, init: InitId, std: number): readonly [number, number] {
  const spec: NetworkSpec = {
    ...{ inputs: WIDTH, hidden: new Array<number>(LAYERS).fill(WIDTH), outputs: 1, activation, task: 'values' },
    ...{ loss: 'squared-error', batchNorm: false, dropout: 0, decay: 0 },
  };
  const arithmetic = fastArithmetic();
  const network = createNetwork(spec, arithmetic);
  const [x, weights] = [arithmetic.alloc(COUNT * WIDTH), arithmetic.alloc(network.layout.size)];
  const sums = [0, 0];
  for (let seed = 1; seed <= SEEDS; seed++) {
    const { gaussian } = createRng(seed, 'inputs');
    for (let i = 0; i < x.length; i++) x[i] = gaussian();
    weights.set(initialWeights(spec, init, std, seed));
    network.forward(weights, { count: COUNT, x });
    [0, LAYERS - 1].forEach((layer, i) => (sums[i]! += deviation(network.room().hidden[layer]!.a) / SEEDS));
  }
  return [sums[0]!, sums[1]!];
}

function deviation(values: ArrayLike<number>): number {
  let [sum, squares] = [0, 0];
  for (let i = 0; i < values.length; i++) {
    sum += values[i]!;
    squares += values[i]! ** 2;
  }
  return Math.sqrt(squares / values.length - (sum / values.length) ** 2);
}

// Means of eight other seeds; five layers of ReLU differ from seed to seed by some 15 %, so their means by 5 %.
test.each([
  ['sigmoid', 'std', 1, 0.459, 0.436],
  ['sigmoid', 'std', 0.01, 0.025, 0.012],
  ['sigmoid', 'xavier', 0, 0.208, 0.119],
  // Each further layer shrinks it by 0.01 √(100/2).
  ['relu', 'std', 0.01, 0.0585, 0.0585 * Math.SQRT1_2 ** 4 * 0.1 ** 4],
  ['relu', 'he', 0, 0.828, 0.893],
] as const)(
  'activations of five layers, %s with %s %d: SD %d in the first, %d in the last, seeds 1 to 8',
  (activation, init, std, first, last) => {
    const [ours, deep] = spreads(activation, init, std);
    expect(Math.abs(ours / first - 1)).toBeLessThan(0.02);
    expect(Math.abs(deep / last - 1)).toBeLessThan(activation === 'relu' ? 0.2 : 0.1);
  },
);

test('weights have the deviation of their init, biases are 0, γ is 1, β 0; another width elsewhere changes no draw; seed 1', () => {
  const spec: NetworkSpec = {
    ...{ inputs: 50, hidden: [80, 30], outputs: 4, activation: 'relu', task: 'classes', loss: 'cross-entropy' },
    ...{ batchNorm: true, dropout: 0, decay: 0 },
  };
  const slices = createNetwork(spec).layout.slices;
  const pieces = (init: InitId) => {
    const weights = initialWeights(spec, init, 0.3, 1);
    return slices.map((slice) => ({
      ...slice,
      piece: weights.subarray(slice.offset, slice.offset + slice.rows * slice.columns),
    }));
  };
  const wanted: Record<InitId, (inputs: number) => number> = {
    ...{ zero: () => 0, std: () => 0.3 },
    ...{ xavier: (inputs) => Math.sqrt(1 / inputs), he: (inputs) => Math.sqrt(2 / inputs) },
  };
  for (const init of ['zero', 'std', 'xavier', 'he'] as const) {
    for (const { kind, columns, piece } of pieces(init)) {
      if (kind === 'weights') {
        const expected = wanted[init](columns);
        expect(Math.abs(deviation(piece) - expected)).toBeLessThanOrEqual((expected * 4) / Math.sqrt(2 * piece.length));
      } else expect(new Set(piece)).toEqual(new Set([kind === 'scales' ? 1 : 0]));
    }
  }
  const wider = { ...spec, hidden: [90, 30] };
  const at = createNetwork(wider).layout.slices[0]!;
  expect(initialWeights(wider, 'he', 0, 1).subarray(0, 50 * 80)).toEqual(
    initialWeights(spec, 'he', 0, 1).subarray(at.offset, 50 * 80),
  );
});
