import { isTooFine } from '../../../src/basins/cells.ts';
import { ruleOrNull } from '../../../src/optimizers/index.ts';
import { asksForLeast } from '../../../src/optimizers/run.ts';
import { leastOf } from '../../../src/surfaces/least.ts';
import type { LabState } from '../state/types.ts';

/** Starts a side of the still of a map, and pixels of it. */
export const STILL_SIDE = 4096;

/** Whether a map is on view that kernels compute: without them so many starts would take hours. */
export function hasStill({ drape, zoom, selected, runs, surface }: LabState): boolean {
  const run = runs.find(({ id }) => id === selected);
  if (drape !== 'basins' || !run) return false;
  const rule = ruleOrNull(run.optimizer, run.semantics);
  if (!rule || (asksForLeast(rule) && Number.isNaN(leastOf(surface.formula)))) return false;
  return !isTooFine({ window: zoom ?? surface.domain, size: STILL_SIDE });
}
