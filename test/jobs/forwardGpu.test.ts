import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { NODE_MODES, openDevice, type Device } from '../../src/gpu/device.ts';
import { gpuForward } from '../../src/jobs/forwardGpu.ts';
import { initialWeights } from '../../src/networks/init.ts';
import { createNetwork } from '../../src/networks/network.ts';
import type { NetworkSpec } from '../../src/networks/types.ts';
import { batchFor, netOf } from '../networks/microscope/nets.ts';

/** Widths that fill no cell, and one that does. */
const nets: readonly NetworkSpec[] = [
  netOf({ inputs: 7, hidden: [5, 8], activation: 'sigmoid' }),
  netOf({ inputs: 3, hidden: [9], activation: 'tanh' }),
  netOf({ inputs: 12, hidden: [6, 3, 10], activation: 'relu', outputs: 10 }),
  netOf({ inputs: 4, hidden: [], activation: 'gelu' }),
];

describe.each(['cpu', 'webasm'] as const)('a forward pass by %s', (override) => {
  let device: Device;
  beforeAll(async () => {
    device = await openDevice({ modes: NODE_MODES, thread: 'node', override });
  });
  afterAll(() => device.close());

  test.each(nets)(
    'is the network’s, sample by sample: $inputs-$hidden-$outputs, $activation (seed 5)',
    async (spec) => {
      const weights = initialWeights(spec, 'xavier', 0, 5);
      // Biases, too.
      for (let i = 0; i < weights.length; i++) weights[i] = weights[i]! + 0.01 * (i % 7);
      const forward = gpuForward(spec, weights, device);
      for (const count of [1, 13]) {
        const batch = batchFor(spec, count, 5);
        const expected = createNetwork(spec).forward(weights, batch);
        const { outputs, stride, backend } = await forward(Float32Array.from(batch.x), count);
        expect(backend).toBe(override);
        for (let i = 0; i < count; i++) {
          for (let j = 0; j < spec.outputs; j++)
            expect(Math.abs(outputs[i * stride + j]! - expected[i * spec.outputs + j]!)).toBeLessThan(2e-6);
        }
      }
    },
  );
});

test('batch normalization has no kernel, and is not left out in silence', async () => {
  const spec = netOf({ inputs: 3, hidden: [4], activation: 'relu', batchNorm: true });
  const device = await openDevice({ modes: [], thread: 'node' });
  expect(() => gpuForward(spec, initialWeights(spec, 'he', 0, 1), device)).toThrow(RangeError);
  await expect(
    gpuForward({ ...spec, batchNorm: false }, new Float64Array(31), device)(new Float32Array(3), 1),
  ).rejects.toThrow('no backend');
});
