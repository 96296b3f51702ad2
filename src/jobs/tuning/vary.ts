import type { OptimizeSpec } from '../specs.ts';

/** What can be varied besides the parameters of the rule and of the surface. */
const STEPS = 'steps';

/** Every name that a run can be varied in. */
export function varied({ params, surface }: OptimizeSpec): readonly string[] {
  return [...Object.keys(params), ...Object.keys(surface.params), STEPS];
}

/** The value of a name of `varied`. */
export function valueOf({ params, surface, steps }: OptimizeSpec, name: string): number {
  return params[name] ?? surface.params[name] ?? (name === STEPS ? steps : NaN);
}

/** The run with other values for some of the names of `varied`; a number of steps is made a whole one. */
export function varyRun(run: OptimizeSpec, values: Readonly<Record<string, number>>): OptimizeSpec {
  const params = { ...run.params };
  const surface = { ...run.surface.params };
  let { steps } = run;
  for (const [name, value] of Object.entries(values)) {
    if (Object.hasOwn(params, name)) params[name] = value;
    else if (Object.hasOwn(surface, name)) surface[name] = value;
    else if (name === STEPS) steps = Math.round(value);
    else throw new Error(`a run of ${run.optimizer} has no "${name}"`);
  }
  return { ...run, params, surface: { ...run.surface, params: surface }, steps };
}
