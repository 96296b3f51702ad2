import { AXES, distanceSq, type Place } from './space.ts';

/** References that a distance is the mean of. */
const NEIGHBOURS = 8;

/** Quantiles of held-out distances: 0 %, 1 %, … 100 %. */
export const QUANTILES = 101;

export interface Novelty {
  /** Mean distance to the nearest eight training features (their parts along the axes), in scaled units. */
  readonly distance: number;
  /** Share of the held-out pictures that are nearer to the training than this one, 0 … 100. */
  readonly percentile: number;
}

/**
 * How far `place` lies from the training: the mean of its distances to the nearest eight of `references` (32 numbers each). What the axes
 * leave of the feature counts as a direction of its own, in which every reference is at 0.
 */
export function noveltyDistance({ along, beyond }: Place, references: ArrayLike<number>): number {
  const nearest = new Float64Array(NEIGHBOURS).fill(Infinity);
  for (let from = 0; from < references.length; from += AXES) {
    const sq = distanceSq(along, references, from);
    if (sq >= nearest[NEIGHBOURS - 1]!) continue;
    let at = NEIGHBOURS - 1;
    for (; at > 0 && nearest[at - 1]! > sq; at--) nearest[at] = nearest[at - 1]!;
    nearest[at] = sq;
  }
  return nearest.reduce((sum, sq) => sum + Math.sqrt(sq + beyond * beyond), 0) / NEIGHBOURS;
}

/** Where `value` stands among `quantiles` (ascending, evenly spaced), 0 … 100; linear in between. */
export function percentileOf(value: number, quantiles: ArrayLike<number>): number {
  const last = quantiles.length - 1;
  if (value <= quantiles[0]!) return 0;
  for (let i = 1; i <= last; i++) {
    const [low, high] = [quantiles[i - 1]!, quantiles[i]!];
    if (value < high) return (100 * (i - 1 + (value - low) / (high - low))) / last;
  }
  return 100;
}

/** 101 quantiles of `values`, linear between order statistics. */
export function quantilesOf(values: readonly number[]): Float64Array<ArrayBuffer> {
  const sorted = Float64Array.from(values).sort();
  return Float64Array.from({ length: QUANTILES }, (_, i) => {
    const at = ((sorted.length - 1) * i) / (QUANTILES - 1);
    const [low, high] = [sorted[Math.floor(at)]!, sorted[Math.ceil(at)]!];
    return low + (at - Math.floor(at)) * (high - low);
  });
}
