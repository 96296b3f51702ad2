import { expect, test } from 'vitest';
import { initialWeights } from '../../src/networks/init.ts';
import { createNetwork } from '../../src/networks/network.ts';
import type { InitId, NetworkSpec } from '../../src/networks/types.ts';

function deviation(values: ArrayLike<number>): number {
  let [sum, squares] = [0, 0];
  for (let i = 0; i < values.length; i++) {
    sum += values[i]!;
    squares += values[i]! ** 2;
  }
  return Math.sqrt(squares / values.length - (sum / values.length) ** 2);
}

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
