import { lab, type LabSession } from '../../scenes/optimizers/model.ts';
import { syncClock } from '../../src/runs/sync.ts';
import type { Overrides } from '../../scenes/optimizers/state/types.ts';

/** A page's store and clock, kept in step as the page keeps them; `end` lets go of them. */
export function openSession(
  overrides: Overrides = {},
  mayPlay = true,
  framed = false,
): LabSession & { readonly end: () => void } {
  const session = lab.open(overrides, framed);
  return { ...session, end: syncClock(session, () => mayPlay) };
}
