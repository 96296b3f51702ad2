import { float64 } from '../../../src/networks/arithmetic.ts';
import { createNetwork } from '../../../src/networks/network.ts';
import { numericalGradient } from '../../../src/networks/numericalGradient.ts';
import { batchOf } from '../../../src/networks/train.ts';
import type { Subject } from '../landscape/compute.ts';
import { rowOf } from './common.ts';
import type { Study } from './types.ts';

/** Milliseconds of backpropagation that are measured at least: a single pass is too short for the clock. */
const LEAST = 60;

/** The gradient both ways at one place of a path: how far they are apart, and how long each takes here. */
export function backprop({ network, samples, traces }: Subject, place: number): Study {
  const weights = rowOf(traces[place]!, 0.25);
  const net = createNetwork({ ...network, dropout: 0, decay: 0, batchNorm: false });
  const batch = batchOf(samples, float64);
  const size = weights.length;
  const [one, other] = [new Float64Array(size), new Float64Array(size)];
  net.lossAndGradient(weights, batch, one);
  let passes = 0;
  let began = performance.now();
  do {
    net.lossAndGradient(weights, batch, one);
    passes++;
  } while (performance.now() - began < LEAST);
  const backward = (performance.now() - began) / passes;
  began = performance.now();
  numericalGradient(net, weights, batch, other);
  const numerical = performance.now() - began;
  let [apart, length] = [0, 0];
  for (let i = 0; i < size; i++) {
    apart += (one[i]! - other[i]!) ** 2;
    length += one[i]! ** 2;
  }
  return {
    values: { ...{ backward, numerical, ratio: numerical / backward, size }, apart: Math.sqrt(apart / length) },
    plot: {
      x: Array.from(one, (_, i) => i),
      lines: [
        { id: 'backprop', y: [...one] },
        { id: 'numerical', y: [...other] },
      ],
      ...{ logX: false, logY: false },
    },
  };
}
