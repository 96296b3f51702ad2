import { expose } from 'comlink';
import { openDevice } from '../../../src/gpu/device.ts';
import { simdLandscape } from '../../../src/jobs/landscapeBackend.ts';
import { gpuLandscape } from '../../../src/jobs/landscapeGpu.ts';
import { drawData } from '../../../src/networks/data/index.ts';
import { initialWeights } from '../../../src/networks/init.ts';
import { deviationFrom, largestDeviation, lossesAt, placesToCheck } from '../../../src/networks/landscape/deviation.ts';
import { randomPlane } from '../../../src/networks/landscape/plane.ts';
import { float64Evaluator } from '../../../src/networks/landscape/reference.ts';
import type { NetworkSpec } from '../../../src/networks/types.ts';

const extent = { alpha: [-1, 1], beta: [-1, 1] } as const;

/** Largest relative difference from float64 of the losses of a net with weights of chance on two spirals: by SIMD, and by the kernel on a backend of gpu.js. */
async function landscapeOff(varied: Partial<NetworkSpec>, mode: 'webgl2' | 'webasm') {
  const network: NetworkSpec = {
    ...{ inputs: 2, hidden: [16, 16], outputs: 2, activation: 'tanh', task: 'classes', loss: 'cross-entropy' },
    ...{ batchNorm: false, dropout: 0, decay: 0 },
    ...varied,
  };
  const samples = drawData({ id: 'spirals', count: 200, noise: 0.02, seed: 1 }).train;
  const plane = randomPlane(network, initialWeights(network, 'he', 0, 1), 1);
  const problem = { network, samples, plane, running: null };
  const reference = float64Evaluator(problem);
  const simd = simdLandscape(problem);
  const device = await openDevice({ modes: [mode], thread: 'worker', override: mode });
  try {
    const kernel = gpuLandscape(problem, device);
    if (!simd || !kernel) throw new Error('this page has no SIMD, or no kernel for this net');
    const places = placesToCheck(extent);
    const own = new Float64Array(places.count);
    await kernel.evaluate(places.alpha, places.beta, own, places.count);
    return {
      mode: kernel.mode(),
      kernel: largestDeviation(lossesAt(reference, places), own),
      simd: deviationFrom(reference, simd, extent),
    };
  } finally {
    device.close();
  }
}

expose(landscapeOff);

export type LandscapeOff = typeof landscapeOff;
