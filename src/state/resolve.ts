import { experimentOn, ownExperiment } from '../experiments/index.ts';
import type { Experiment } from '../experiments/types.ts';
import { defaultsOf } from '../params/spec.ts';
import type { SurfaceId } from '../surfaces/index.ts';
import type { SurfaceDef } from '../surfaces/types.ts';
import { resolveCommon, withoutDefaults } from './common.ts';
import { FORMULA_DOMAIN, sceneDefaults } from './defaults.ts';
import { differing, normaliseRuns, resolveRuns } from './runs.ts';
import type { LabState, Overrides } from './types.ts';

/** What the overrides lie over: the experiment on a bundled surface, or the one worked out for the visitor's own formula. */
export function experimentOf({ formula, domain, surface }: Overrides): Experiment {
  if (formula !== undefined) return ownExperiment(formula, domain ?? FORMULA_DOMAIN);
  return experimentOn((surface ?? sceneDefaults.surface) as SurfaceId);
}

export function surfaceOf(overrides: Overrides): SurfaceDef {
  return experimentOf(overrides).surface;
}

/** Overrides laid over the defaults. Trusts its input: `decode` and the store's actions let only valid values in. */
export function resolve(overrides: Overrides): LabState {
  const experiment = experimentOf(overrides);
  const { id, surface } = experiment;
  const runs = resolveRuns(experiment, overrides.runs);
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
    },
    selected: enabled.includes(wanted) ? wanted : (enabled[0] ?? null),
    view: overrides.view ?? sceneDefaults.view,
    height: overrides.height ?? sceneDefaults.height,
    exaggeration: overrides.exaggeration ?? sceneDefaults.exaggeration,
    cut: overrides.cut ?? surface.cut,
    plan: overrides.plan ?? sceneDefaults.plan,
    swarm: overrides.swarm ?? sceneDefaults.swarm,
    swarmCount: overrides.swarmCount ?? sceneDefaults.swarmCount,
    labels: overrides.labels ?? sceneDefaults.labels,
    arrows: overrides.arrows ?? sceneDefaults.arrows,
    field: overrides.field ?? sceneDefaults.field,
    ...resolveCommon(overrides),
  };
}

/** They say which experiment it is; the base has it too. */
const ALWAYS_KEPT: ReadonlySet<string> = new Set(['surface', 'formula', 'domain']);

/** Drops every override that says what the default says anyway, so that links stay short and one picture has one link. */
export function normalise(overrides: Overrides): Overrides {
  const { surface, formula, domain } = overrides;
  const experiment = experimentOf(overrides);
  const surfaceParams = differing(overrides.surfaceParams, defaultsOf(experiment.surface.params ?? {}));
  const runs = normaliseRuns(experiment, overrides.runs);
  const own = formula !== undefined;
  const which = {
    surface: own || surface === sceneDefaults.surface ? undefined : surface,
    domain: own ? domain : undefined,
    surfaceParams: undefined,
    runs: undefined,
  };
  return {
    ...withoutDefaults({ ...overrides, ...which }, resolve({ surface, formula, domain }), ALWAYS_KEPT),
    ...(surfaceParams && { surfaceParams }),
    ...(runs && { runs }),
  };
}
