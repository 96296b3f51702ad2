import type { Minimum } from '../surfaces/types.ts';
import { DIVERGED, UNCONVERGED, type BasinMap } from './types.ts';

export interface BasinCounts {
  /** Starts that reach each minimum, in the map's order. */
  readonly minima: readonly (Minimum & { readonly count: number })[];
  readonly diverged: number;
  readonly unconverged: number;
}

/** How many cells have each label, by label. */
export function tallyOf(labels: Uint16Array): Uint32Array {
  const tally = new Uint32Array(0x10000);
  for (const label of labels) tally[label]!++;
  return tally;
}

export function countsIn(tally: Uint32Array, minima: readonly Minimum[]): BasinCounts {
  return {
    minima: minima.map((minimum, k) => ({ ...minimum, count: tally[k]! })),
    diverged: tally[DIVERGED]!,
    unconverged: tally[UNCONVERGED]!,
  };
}

export const countBasins = ({ labels, minima }: Pick<BasinMap, 'labels' | 'minima'>): BasinCounts =>
  countsIn(tallyOf(labels), minima);
