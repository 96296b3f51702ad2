import { float64 } from '../../../src/networks/arithmetic.ts';
import { drawData } from '../../../src/networks/data/index.ts';
import { normalMatrixBytes } from '../../../src/networks/gaussNewton.ts';
import { initialWeights } from '../../../src/networks/init.ts';
import { layoutOf } from '../../../src/networks/layout.ts';
import { levenbergMarquardt } from '../../../src/networks/levenbergMarquardt.ts';
import { fiftyWeights } from '../../../src/networks/settings/fiftyWeights.ts';
import { batchOf, createTraining } from '../../../src/networks/train.ts';
import { adamParams } from './common.ts';
import type { Study } from './types.ts';

const STEPS = 40;
const SIZES = [50, 500, 5000, 50_000, 500_000];

/** Levenberg–Marquardt beside Adam on a net of about fifty weights, and what JᵀJ would take on larger ones. */
export async function newton(pause: () => Promise<void>): Promise<Study> {
  const { data: spec, network } = fiftyWeights;
  const data = drawData(spec);
  const start = initialWeights(network, 'xavier', 0, 1);
  const { loss } = levenbergMarquardt(network, start, batchOf(data.train, float64), { steps: STEPS });
  await pause();
  const common = { network, init: 'xavier', initStd: 0, optimizer: 'adam', semantics: 'torch' } as const;
  const adam = createTraining({ ...common, params: adamParams(0.02), batch: 0, steps: STEPS, seed: 1, every: 1 }, data);
  while (adam.step());
  const { trainLoss } = adam.record();
  return {
    values: {
      ...{ weights: layoutOf(network).size, steps: STEPS, lm: loss.at(-1)!, adam: trainLoss.at(-1)! },
      gigabytes: normalMatrixBytes(100_000) / 1e9,
      largest: normalMatrixBytes(SIZES.at(-1)!) / 1e9,
    },
    plot: {
      x: Array.from({ length: STEPS + 1 }, (_, i) => i),
      lines: [
        { id: 'lm', y: [...loss] },
        { id: 'adam', y: [...trainLoss] },
      ],
      ...{ logX: false, logY: true },
    },
  };
}
