import type { Disturbance } from '../../../src/optimizers/disturbance.ts';
import type { LabState } from './types.ts';
import type { OptimizeSpec, SurfaceSpec } from '../../../src/jobs/specs.ts';
import type { Domain } from '../../../src/surfaces/types.ts';

export function surfaceSpecOf(state: LabState): SurfaceSpec & { readonly domain: Domain } {
  const { id, formula, params, domain } = state.surface;
  return { id: id ?? formula, formula, params, domain };
}

/** What specs carry of it: nothing where nothing disturbs. */
export function disturbanceOf({ disturbance }: LabState): { readonly disturbance?: Disturbance } {
  return Object.keys(disturbance).length > 0 ? { disturbance } : {};
}

/** One spec for each enabled optimizer, in the registry's order: what the page draws and what `--link` prints. */
export function optimizeSpecsOf(state: LabState): OptimizeSpec[] {
  const surface = surfaceSpecOf(state);
  return state.runs
    .filter((run) => run.enabled)
    .map(({ optimizer, semantics, params }) => ({
      surface,
      optimizer,
      semantics,
      params,
      start: state.start,
      steps: state.steps,
      ...disturbanceOf(state),
    }));
}
