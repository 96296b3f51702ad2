import { float64 } from '../../../src/networks/arithmetic.ts';
import { accuracyOf } from '../../../src/networks/loss.ts';
import { createNetwork } from '../../../src/networks/network.ts';
import { batchOf } from '../../../src/networks/train.ts';
import type { Subject } from '../landscape/compute.ts';
import { rowOf } from './common.ts';
import type { Study } from './types.ts';

const PLACES = 121;
const REACH = 6;

/** One weight goes back and forth, all others rest: the loss over it is a slope, the accuracy a staircase. */
export function accuracy({ network, samples, traces }: Subject, place: number): Study {
  const weights = rowOf(traces[place]!, 0.15);
  const net = createNetwork({ ...network, dropout: 0, batchNorm: false });
  const batch = batchOf(samples, float64);
  const gradient = new Float64Array(weights.length);
  net.lossAndGradient(weights, batch, gradient);
  // The steepest weight of the last layer.
  const { offset, rows, columns } = net.layout.slices.findLast(({ kind }) => kind === 'weights')!;
  let which = offset;
  for (let i = offset; i < offset + rows * columns; i++)
    if (Math.abs(gradient[i]!) > Math.abs(gradient[which]!)) which = i;
  const middle = weights[which]!;
  const x = Array.from({ length: PLACES }, (_, i) => middle - REACH + (2 * REACH * i) / (PLACES - 1));
  const found = x.map((w) => {
    weights[which] = w;
    const right = accuracyOf(net.forward(weights, batch), samples.labels!, samples.count, network.outputs);
    return { loss: net.loss(weights, batch), right: 100 * right };
  });
  const flat = found.filter(({ right }, i) => i > 0 && right === found[i - 1]!.right).length;
  const still = found.filter(({ loss }, i) => i > 0 && loss === found[i - 1]!.loss).length;
  return {
    values: { flat: (100 * flat) / (PLACES - 1), still: (100 * still) / (PLACES - 1), samples: samples.count },
    plot: {
      x,
      lines: [
        { id: 'loss', y: found.map(({ loss }) => loss) },
        { id: 'accuracy', y: found.map(({ right }) => right / 100) },
      ],
      ...{ logX: false, logY: false },
    },
  };
}
