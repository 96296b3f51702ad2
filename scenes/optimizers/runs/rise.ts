import type { LabState } from '../state/types.ts';
import { contains } from '../../../src/surfaces/domain.ts';
import type { RunView } from './runViews.ts';

/** The cut rises over its default up to this many times its height. */
export const MAX_RISE = 4;

/**
 * The cut at each step: it rises with the highest iterate on the map so far, a little above it, and stops at MAX_RISE times its
 * default height over the lowest point. A function of the step alone, so that scrubbing back shows the same picture.
 */
export function riseOf(runs: readonly RunView[], state: LabState, lowest: number): Float64Array {
  const cuts = new Float64Array(state.steps + 1);
  const limit = lowest + MAX_RISE * (state.cut - lowest);
  let cut = state.cut;
  for (let row = 0; row <= state.steps; row++) {
    for (const { record } of runs) {
      if (row >= record.count) continue;
      const f = record.f[row] as number;
      const onMap = contains(state.surface.domain, record.x[2 * row] as number, record.x[2 * row + 1] as number);
      if (onMap && f > state.cut) cut = Math.max(cut, Math.min(f + 0.03 * (f - lowest), limit));
    }
    cuts[row] = cut;
  }
  return cuts;
}
