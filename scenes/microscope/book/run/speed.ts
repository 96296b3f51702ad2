import { float32, float64, type Arithmetic } from '../../../../src/networks/arithmetic.ts';
import { initialWeights } from '../../../../src/networks/init.ts';
import { batchSizes, batchSpeed, type BatchSpeed } from '../../../../src/networks/microscope/batchSpeed.ts';
import { createNetwork } from '../../../../src/networks/network.ts';
import { batchOf } from '../../../../src/networks/train.ts';
import type { NetworkSpec, Samples } from '../../../../src/networks/types.ts';
import type { BookPart } from './types.ts';

/** The network of chapter 3 that reads digits. */
const network: NetworkSpec = {
  ...{ inputs: 784, hidden: [50, 100], outputs: 10, activation: 'sigmoid', task: 'classes', loss: 'cross-entropy' },
  ...{ batchNorm: false, dropout: 0, decay: 0 },
};

interface Measured {
  readonly samples: Samples;
  /** The fastest that there is here, beside the plain loops. */
  readonly fast: Arithmetic;
  readonly now: () => number;
  readonly tell: (part: BookPart) => void | Promise<void>;
  readonly pause: () => Promise<void>;
  /** Of each size; their median counts. */
  readonly repeats?: number;
}

/** Seconds a sample by batch size, in each arithmetic; size by size, so that what disturbs the machine disturbs all of them. */
export async function measureSpeed({ samples, fast, now, tell, pause, repeats = 7 }: Measured): Promise<void> {
  const backends = [float64, ...new Set([float32, fast])].map((arithmetic) => ({
    ...{ id: arithmetic.id, net: createNetwork(network, arithmetic), x: batchOf(samples, arithmetic).x },
    weights: weightsIn(arithmetic),
    found: [] as BatchSpeed[],
  }));
  const total = backends.length * batchSizes.length;
  let done = 0;
  for (const size of batchSizes) {
    for (const { net, weights, x, found } of backends) {
      found.push(batchSpeed(net, weights, x, size, { now, repeats }));
      done++;
      await pause();
    }
    const curves = backends.map(({ id, found }) => ({
      name: id,
      x: Float64Array.from(found, (one) => one.size),
      y: Float64Array.from(found, (one) => one.secondsPerSample),
    }));
    await tell({ result: { id: 'batch-speed', seed: 0, curves, done, total }, resumed: false, unkept: false });
  }
}

function weightsIn({ alloc }: Arithmetic) {
  const drawn = initialWeights(network, 'xavier', 0, 1);
  const weights = alloc(drawn.length);
  weights.set(drawn);
  return weights;
}
