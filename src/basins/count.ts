import type { Minimum } from '../surfaces/types.ts';
import { DIVERGED, UNCONVERGED, type BasinMap } from './types.ts';

export interface BasinCounts {
  /** Starts that reach each minimum, in the map's order. */
  readonly minima: readonly (Minimum & { readonly count: number })[];
  readonly diverged: number;
  readonly unconverged: number;
}

export function countBasins({ labels, minima }: Pick<BasinMap, 'labels' | 'minima'>): BasinCounts {
  const counts = new Float64Array(minima.length);
  let diverged = 0;
  let unconverged = 0;
  for (const label of labels) {
    if (label === DIVERGED) diverged++;
    else if (label === UNCONVERGED) unconverged++;
    else counts[label]!++;
  }
  return { minima: minima.map((minimum, k) => ({ ...minimum, count: counts[k]! })), diverged, unconverged };
}
