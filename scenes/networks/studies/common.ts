import type { Track } from '../run/types.ts';
import { defaultsOf, type ParamValues } from '../../../src/params/spec.ts';
import { ruleOf } from '../../../src/optimizers/index.ts';

export const adamParams = (lr: number): ParamValues => ({ ...defaultsOf(ruleOf('adam', 'torch').params), lr });

export const mean = (values: readonly number[]): number => values.reduce((sum, v) => sum + v, 0) / values.length;

/** Slope of y over x by least squares. */
export function slopeOf(x: readonly number[], y: readonly number[]): number {
  const [mx, my] = [mean(x), mean(y)];
  const top = x.reduce((sum, v, i) => sum + (v - mx) * (y[i]! - my), 0);
  return top / x.reduce((sum, v) => sum + (v - mx) ** 2, 0);
}

/** The record after a share of a training. */
export function rowOf({ count, weights }: Pick<Track, 'count' | 'weights'>, share: number): Float64Array {
  const size = weights.length / count;
  const row = Math.min(Math.round(share * (count - 1)), count - 1);
  return weights.slice(row * size, (row + 1) * size);
}
