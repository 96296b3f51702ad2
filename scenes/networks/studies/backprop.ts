import { float64 } from '../../../src/networks/arithmetic.ts';
import { createNetwork } from '../../../src/networks/network.ts';
import { numericalGradient } from '../../../src/networks/numericalGradient.ts';
import { batchOf } from '../../../src/networks/train.ts';
import type { Subject } from '../landscape/compute.ts';
import { rowOf } from './common.ts';
import type { Study } from './types.ts';

/** Milliseconds that backpropagation is measured for at least, round by round: a single pass is too short for the clock. */
const LEAST = 10;
/** The fastest of so many rounds counts: what else the machine does meanwhile only ever adds. */
const ROUNDS = 6;
/** Weights that are moved at most. */
const MOST = 400;

/** Of one pass, the mean of as many as the clock needs. */
function millisecondsOf(pass: () => void): number {
  const began = performance.now();
  let passes = 0;
  do {
    pass();
    passes++;
  } while (performance.now() - began < LEAST);
  return (performance.now() - began) / passes;
}

/** The gradient both ways at one place of a path: how far they are apart, and how long each takes here. */
export function backprop({ network, samples, traces }: Subject, place: number): Study {
  const weights = rowOf(traces[place]!, 0.25);
  const net = createNetwork({ ...network, dropout: 0, decay: 0, batchNorm: false });
  const batch = batchOf(samples, float64);
  const size = weights.length;
  const [one, other] = [new Float64Array(size), new Float64Array(size)];
  net.lossAndGradient(weights, batch, one);
  const rounds = Array.from({ length: ROUNDS }, () => millisecondsOf(() => net.lossAndGradient(weights, batch, one)));
  const backward = Math.min(...rounds);
  const began = performance.now();
  // On a large net every n-th weight tells what all would take.
  const stride = Math.ceil(size / MOST);
  numericalGradient(net, weights, batch, other, stride);
  const tried = Array.from({ length: Math.ceil(size / stride) }, (_, k) => k * stride);
  const numerical = ((performance.now() - began) * size) / tried.length;
  let [apart, length] = [0, 0];
  for (const i of tried) {
    apart += (one[i]! - other[i]!) ** 2;
    length += one[i]! ** 2;
  }
  return {
    values: { ...{ backward, numerical, ratio: numerical / backward, size }, apart: Math.sqrt(apart / length) },
    plot: {
      x: tried,
      lines: [
        { id: 'backprop', y: tried.map((i) => one[i]!) },
        { id: 'numerical', y: tried.map((i) => other[i]!) },
      ],
      ...{ logX: false, logY: false },
    },
  };
}
