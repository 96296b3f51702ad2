import { expect, test } from 'vitest';
import type { ActivationId } from '../../../src/networks/activations.ts';
import { learnXor } from '../../../src/networks/microscope/xorNets.ts';
import { createNetwork } from '../../../src/networks/network.ts';
import { corners } from '../../../src/networks/microscope/gates.ts';

test('probe', async () => {
  for (const activation of ['relu', 'sigmoid', 'tanh', 'identity', 'leaky-relu', 'gelu'] as ActivationId[])
    for (const depth of [1, 2, 3, 4, 5]) {
      const outs: string[] = [];
      const t = performance.now();
      for (let seed = 1; seed <= 8; seed++) {
        const net = await learnXor({ activation, depth, seed }, async () => undefined);
        const n = net.starts;
        const y = createNetwork(net.spec).forward(net.weights, { count: 4, x: Float64Array.from(corners.flat()) });
        outs.push(
          [...y.subarray(0, 4)]
            .map((v, k) => (v > 0.05 === [false, true, true, false][k] && Math.abs(v) > 0.05 ? 1 : 0))
            .reduce((a: number, b) => a + b, 0)
            .toString() +
            '(' +
            n +
            ')',
        );
      }
      console.log(activation, depth, outs.join(' '), ((performance.now() - t) / 8).toFixed(1), 'ms');
    }
  expect(1).toBe(1);
});
