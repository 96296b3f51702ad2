import type { OptimizeSpec } from '../../../src/jobs/specs.ts';
import type { LabStore } from '../state/store.ts';
import type { Overrides } from '../state/types.ts';

/** Makes values of `varied` those of the run `id`: parameters of its rule, of the surface, or the number of updates. */
export function adopt(store: LabStore, id: string, run: OptimizeSpec, values: Readonly<Record<string, number>>): void {
  const { overrides } = store.get();
  const of = (names: object) => Object.fromEntries(Object.entries(values).filter(([name]) => name in names));
  const own = overrides.runs?.[id];
  const [params, surfaceParams] = [of(run.params), of(run.surface.params)];
  const steps = 'steps' in run.params ? undefined : values['steps'];
  const change: Partial<Overrides> = {
    runs: { ...overrides.runs, [id]: { ...own, params: { ...own?.params, ...params } } },
    ...(Object.keys(surfaceParams).length > 0 && { surfaceParams: { ...overrides.surfaceParams, ...surfaceParams } }),
    ...(steps !== undefined && { steps: Math.round(steps) }),
  };
  store.update(change);
}
