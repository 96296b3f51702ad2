import { float64 } from '../../../src/networks/arithmetic.ts';
import { gradientNoise } from '../../../src/networks/gradientNoise.ts';
import { batchOf } from '../../../src/networks/train.ts';
import type { Subject } from '../landscape/compute.ts';
import { rowOf, slopeOf } from './common.ts';
import type { Study } from './types.ts';

const SIZES = [1, 2, 5, 10, 20, 50, 100];
/** After this share of the training. */
const WHEN = 0.05;

/** How far minibatch gradients are from that of all samples, by batch size, at one place of a path. */
export function noise({ network, samples, traces }: Subject, place: number): Study {
  const weights = rowOf(traces[place]!, WHEN);
  const found = gradientNoise({ ...network, batchNorm: false }, weights, batchOf(samples, float64), SIZES, {
    draws: 200,
    seed: 1,
  });
  const variances = found.map(({ variance }) => variance);
  const degrees = (cosine: number) => (Math.acos(Math.min(Math.max(cosine, -1), 1)) * 180) / Math.PI;
  return {
    values: {
      slope: slopeOf(SIZES.map(Math.log), variances.map(Math.log)),
      ...{ one: degrees(found[0]!.cosine), hundred: degrees(found.at(-1)!.cosine) },
      ratio: variances[0]! / variances.at(-1)!,
    },
    plot: { x: SIZES, lines: [{ id: 'variance', y: variances }], logX: true, logY: true },
  };
}
