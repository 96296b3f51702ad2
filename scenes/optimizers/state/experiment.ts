import { experimentOn, ownExperiment } from '../../../src/experiments/index.ts';
import type { Experiment } from '../../../src/experiments/types.ts';
import type { Disturbance } from '../../../src/optimizers/disturbance.ts';
import { defaultsOf } from '../../../src/params/spec.ts';
import type { SurfaceId } from '../../../src/surfaces/index.ts';
import type { SurfaceDef } from '../../../src/surfaces/types.ts';
import { FORMULA_DOMAIN, sceneDefaults } from './defaults.ts';
import { sceneParams } from './limits.ts';
import { resolveRuns } from './runs.ts';
import type { ExperimentState, Overrides } from './types.ts';

/** What the overrides lie over: the experiment on a bundled surface, or the one worked out for the visitor's own formula. */
export function experimentOf({ formula, domain, surface }: Overrides): Experiment {
  if (formula !== undefined) return ownExperiment(formula, domain ?? FORMULA_DOMAIN);
  return experimentOn((surface ?? sceneDefaults.surface) as SurfaceId);
}

export function surfaceOf(overrides: Overrides): SurfaceDef {
  return experimentOf(overrides).surface;
}

/** What is said of the experiment, laid over its defaults. */
export function experimentState(overrides: Overrides): ExperimentState {
  const experiment = experimentOf(overrides);
  const { id, surface } = experiment;
  const runs = resolveRuns(experiment, overrides);
  const enabled = runs.filter((run) => run.enabled).map((run) => run.id);
  const wanted = overrides.selected ?? sceneDefaults.selected;
  return {
    surface: {
      id,
      name: surface.name,
      formula: surface.formula,
      params: { ...defaultsOf(surface.params ?? {}), ...overrides.surfaceParams },
      domain: surface.domain,
      minima: surface.minima,
      relief: surface.relief,
      cut: surface.cut,
    },
    start: overrides.start ?? experiment.start,
    steps: overrides.steps ?? experiment.steps,
    runs,
    disturbance: {
      ...(overrides.inject && { inject: overrides.inject }),
      ...(overrides.lrChange && { lrChange: overrides.lrChange }),
      ...(overrides.schedule && { schedule: overrides.schedule }),
      ...noiseOf(overrides),
    },
    selected: enabled.includes(wanted) ? wanted : (enabled[0] ?? null),
    cut: overrides.cut ?? surface.cut,
  };
}

/** Nothing where there is none, so that a plain run keeps its identity. */
function noiseOf({ noise = 0, batch, noiseSeed }: Overrides): Pick<Disturbance, 'noise'> {
  if (noise === 0) return {};
  return {
    noise: { sd: noise, batch: batch ?? sceneParams.batch.default, seed: noiseSeed ?? sceneParams.noiseSeed.default },
  };
}
