import type { Numbers } from '../types.ts';

/** Shares of values in bins of one width. */
export interface Histogram {
  readonly low: number;
  readonly high: number;
  /** By bin, of all values: those outside low … high are counted in the end bins, NaN nowhere. */
  readonly shares: Float64Array;
}

export type Range = readonly [low: number, high: number];

export function histogramOf(values: Numbers, [low, high]: Range, bins: number): Histogram {
  const shares = new Float64Array(bins);
  const scale = bins / (high - low);
  const last = bins - 1;
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    if (Number.isNaN(value)) continue;
    const bin = Math.min(last, Math.max(0, Math.floor((value - low) * scale)));
    shares[bin] = shares[bin]! + 1 / values.length;
  }
  return { low, high, shares };
}

export interface Moments {
  readonly mean: number;
  /** Standard deviation, over n. */
  readonly std: number;
}

export function momentsOf(values: Numbers): Moments {
  let mean = 0;
  for (let i = 0; i < values.length; i++) mean += values[i]! / values.length;
  let variance = 0;
  for (let i = 0; i < values.length; i++) variance += (values[i]! - mean) ** 2 / values.length;
  return { mean, std: Math.sqrt(variance) };
}
