import { torchScript } from '../../../src/io/networks/export/torch.ts';
import type { Subject } from '../landscape/compute.ts';
import { precisionOf } from './engine.ts';
import { trainSpecOf } from './trainSpec.ts';
import type { RunSpec } from './types.ts';

/** How near a script in float64 ends to a training in float32: each update hands on the rounding of all before it. */
const ROUNDED = 0.05;

/** The training of the optimizer at `place` as a PyTorch script. Of a thousand digits it takes seconds: it is for a worker. */
export function scriptOf(spec: RunSpec, { network, samples, traces }: Subject, place: number): string {
  const { weights, count, trainLoss } = traces[place]!;
  const losses = Array.from(trainLoss, (loss, row) => ({ at: Math.min(row * spec.every, spec.updates), loss }));
  const rounded = precisionOf(spec, network, samples.count) === 'float32';
  return torchScript({
    train: trainSpecOf(spec, network, place),
    ...{ samples, weights: weights.slice(0, weights.length / count), losses },
    ...(rounded ? { tolerance: ROUNDED } : {}),
  });
}
