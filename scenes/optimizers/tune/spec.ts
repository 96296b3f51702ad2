import { isTunable, type TuneSpec } from '../../../src/jobs/tuning/tune.ts';
import { paramsOf } from '../../../src/optimizers/index.ts';
import { disturbanceOf, surfaceSpecOf } from '../state/specs.ts';
import type { LabState } from '../state/types.ts';

/** The tuning of the optimizers that run, all else of them as it is set; null where none of them has a learning rate. */
export function tuneSpecOf(state: LabState): TuneSpec | null {
  const runs = state.runs.filter(({ id, semantics, enabled }) => enabled && isTunable(id, semantics));
  if (runs.length === 0) return null;
  const { minima } = state.surface;
  return {
    base: { surface: surfaceSpecOf(state), start: state.start, steps: state.steps, ...disturbanceOf(state) },
    optimizers: runs.map(({ id, semantics, params }) => ({
      ...{ id, semantics },
      // Whatever the rate is now, the tuning is the same.
      params: { ...params, lr: paramsOf(id, semantics)['lr']!.default },
    })),
    ...{ budget: state.tuneBudget, seed: state.tuneSeed, search: state.tuneSearch, second: false },
    floor: minima.length > 0 ? Math.min(...minima.map(({ f }) => f)) : null,
  };
}
