import { float32, float64, type Arithmetic } from '../../../../src/networks/arithmetic.ts';
import { initialWeights } from '../../../../src/networks/init.ts';
import {
  batchSizes,
  batchSpeed,
  batchSpeedOf,
  type BatchSpeed,
} from '../../../../src/networks/microscope/batchSpeed.ts';
import { isAbort, messageOf } from '../../../../src/scene/results/results.ts';
import { createNetwork } from '../../../../src/networks/network.ts';
import { batchOf } from '../../../../src/networks/train.ts';
import type { NetworkSpec, Samples } from '../../../../src/networks/types.ts';
import type { GpuPasses, openGpuPasses } from './gpuPasses.ts';
import type { Absent, BookPart } from './types.ts';

/** The network of chapter 3 that reads digits. */
const network: NetworkSpec = {
  ...{ inputs: 784, hidden: [50, 100], outputs: 10, activation: 'sigmoid', task: 'classes', loss: 'cross-entropy' },
  ...{ batchNorm: false, dropout: 0, decay: 0 },
};

interface Measured {
  readonly samples: Samples;
  /** The fastest that there is here, beside the plain loops. */
  readonly fast: Arithmetic;
  /** What there is of gpu.js. */
  readonly openGpu: typeof openGpuPasses;
  readonly now: () => number;
  readonly tell: (part: BookPart) => void | Promise<void>;
  readonly pause: () => Promise<void>;
  /** Of each size; their median counts. */
  readonly repeats?: number;
}

/** One curve on its way. */
interface Backend {
  readonly id: string;
  readonly measure: (size: number) => BatchSpeed | Promise<BatchSpeed>;
  readonly found: BatchSpeed[];
}

/** Seconds a sample by batch size, in each arithmetic and by each backend of gpu.js; size by size, so that what disturbs the machine disturbs all of them. */
export async function measureSpeed({ samples, fast, openGpu, now, tell, pause, repeats = 7 }: Measured): Promise<void> {
  const measuring = { now, repeats };
  const weights = initialWeights(network, 'xavier', 0, 1);
  const gpu = await openGpu({ network, weights, x: samples.x });
  const absent: Absent[] = [...gpu.absent];
  const byLoops = [float64, ...new Set([float32, fast])].map((arithmetic): Backend => {
    const [net, own] = [createNetwork(network, arithmetic), arithmetic.alloc(weights.length)];
    own.set(weights);
    const { x } = batchOf(samples, arithmetic);
    return { id: arithmetic.id, measure: (size) => batchSpeed(net, own, x, size, measuring), found: [] };
  });
  const byGpu = ({ id, pass }: GpuPasses): Backend => ({
    ...{ id, found: [], measure: (size) => batchSpeedOf(() => pass(size), size, measuring) },
  });
  let backends = [...byLoops, ...gpu.there.map(byGpu)];
  const total = batchSizes.length * backends.length;
  let done = 0;
  /** What there is of all curves; an earlier part is a sign of life from between two sizes. */
  const part = (sizes: number): BookPart => {
    const curves = backends.map(({ id, found }) => ({
      name: id,
      x: Float64Array.from(found.slice(0, sizes), (one) => one.size),
      y: Float64Array.from(found.slice(0, sizes), (one) => one.secondsPerSample),
    }));
    const result = { id: 'batch-speed', seed: 0, curves, absent: [...absent], done, total } as const;
    return { result, resumed: false, unkept: false };
  };
  try {
    for (const [place, size] of batchSizes.entries()) {
      for (const backend of backends) {
        try {
          backend.found.push(await backend.measure(size));
        } catch (error) {
          if (isAbort(error)) throw error;
          // It was there, and is not any more: a context that was lost for good, a texture too large.
          backends = backends.filter((other) => other !== backend);
          absent.push({ id: backend.id, reason: messageOf(error) });
        }
        done++;
        if (place > 0 && backend !== backends.at(-1)) await tell(part(place));
        await pause();
      }
      done = Math.round((total * (place + 1)) / batchSizes.length);
      await tell(part(place + 1));
    }
  } finally {
    gpu.there.forEach(({ close }) => close());
  }
}
