import type { BasinSpec } from '../../../src/jobs/specs.ts';
import type { RunView } from '../runs/runViews.ts';
import type { LabState } from '../state/types.ts';

/** Fewer updates would show no basins: most paths would be on their way still. */
const LEAST_STEPS = 500;

/** A map but for how fine it is. */
export type BasinsOf = Omit<BasinSpec, 'size'>;

/** Where the paths of a run's optimizer end from all over what is seen. `whole`: the surface with its own domain, in which minima are searched for. */
export function basinsOf({ spec }: RunView, whole: LabState, seen: LabState): BasinsOf {
  const { surface, optimizer, semantics, params, steps, disturbance } = spec;
  const { domain } = whole.surface;
  return {
    surface: { ...surface, domain },
    optimizer,
    semantics,
    params,
    steps: Math.max(steps, LEAST_STEPS),
    window: seen.surface.domain,
    ...(disturbance && { disturbance }),
  };
}
