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
  const counts = new Float64Array(bins);
  const scale = bins / (high - low);
  const last = bins - 1;
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    if (Number.isNaN(value)) continue;
    const bin = Math.min(last, Math.max(0, Math.floor((value - low) * scale)));
    counts[bin] = counts[bin]! + 1;
  }
  return { low, high, shares: counts.map((count) => count / values.length) };
}

export interface Moments {
  readonly mean: number;
  /** Standard deviation, over n. */
  readonly std: number;
}

export function momentsOf(values: Numbers): Moments {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i]!;
  const mean = sum / values.length;
  let squares = 0;
  for (let i = 0; i < values.length; i++) squares += (values[i]! - mean) ** 2;
  return { mean, std: Math.sqrt(squares / values.length) };
}
