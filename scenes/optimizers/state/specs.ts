import type { Disturbance } from '../../../src/optimizers/disturbance.ts';
import type { LabState, RunState } from './types.ts';
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

/** The run of one of the optimizers, enabled or not. */
export function optimizeSpecOf(state: LabState, { optimizer, semantics, params }: RunState): OptimizeSpec {
  return {
    surface: surfaceSpecOf(state),
    optimizer,
    semantics,
    params,
    start: state.start,
    steps: state.steps,
    ...disturbanceOf(state),
  };
}

/** One spec for each enabled optimizer, in the registry's order: what the page draws and what `--link` prints. */
export function optimizeSpecsOf(state: LabState): OptimizeSpec[] {
  return state.runs.filter((run) => run.enabled).map((run) => optimizeSpecOf(state, run));
}
