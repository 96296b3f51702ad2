import { optimizers } from '../optimizers/index.ts';
import type { OptimizerDef, Semantics } from '../optimizers/types.ts';
import { defaultsOf, type ParamValues } from '../params/spec.ts';
import { surfaces } from '../surfaces/index.ts';
import type { SurfaceDef } from '../surfaces/types.ts';
import { resolveCommon } from './common.ts';
import { FORMULA_DOMAIN, MAX_ENABLED, sceneDefaults } from './defaults.ts';
import { ownExperiment, OWN_STEPS } from './ownFormula.ts';
import type { LabState, Overrides, RunState } from './types.ts';

/** What stands for the surface's file when the visitor typed a formula. */
function ownSurface(formula: string, overrides: Overrides): SurfaceDef {
  const domain = overrides.domain ?? FORMULA_DOMAIN;
  const { cut, start, learningRates } = ownExperiment(formula, domain);
  return {
    name: formula,
    formula,
    domain,
    minima: [],
    start,
    steps: OWN_STEPS,
    cut,
    relief: 0.3,
    learningRates,
    reference: '',
  };
}

function semanticsOf(def: OptimizerDef, wanted: Semantics | undefined): Semantics {
  const available = Object.keys(def.semantics) as Semantics[];
  return wanted && available.includes(wanted) ? wanted : (available[0] as Semantics);
}

/** Every parameter of an optimizer's rule before any override: the surface's recommended lr, else the rule's own defaults. */
export function baseParams(id: string, semantics: Semantics, surface: SurfaceDef): ParamValues {
  const rule = (optimizers as Record<string, OptimizerDef>)[id]?.semantics[semantics];
  if (!rule) throw new Error(`${id} has no ${semantics} semantics`);
  const lr = surface.learningRates[id];
  return { ...defaultsOf(rule.params), ...(lr === undefined ? {} : { lr }) };
}

export function surfaceOf(overrides: Overrides): SurfaceDef {
  if (overrides.formula !== undefined) return ownSurface(overrides.formula, overrides);
  return (surfaces as Record<string, SurfaceDef>)[overrides.surface ?? sceneDefaults.surface] as SurfaceDef;
}

/** Overrides laid over the defaults. Trusts its input: `decode` and the store's actions let only valid values in. */
export function resolve(overrides: Overrides): LabState {
  const surface = surfaceOf(overrides);
  let enabledCount = 0;
  const runs = Object.entries(optimizers as Record<string, OptimizerDef>).map(([id, def]): RunState => {
    const own = overrides.runs?.[id];
    const semantics = semanticsOf(def, own?.semantics ?? surface.semantics);
    const enabled =
      (own?.enabled ?? (sceneDefaults.enabled as readonly string[]).includes(id)) && ++enabledCount <= MAX_ENABLED;
    return {
      id,
      name: def.name,
      enabled,
      semantics,
      params: { ...baseParams(id, semantics, surface), ...own?.params },
    };
  });
  const enabled = runs.filter((run) => run.enabled).map((run) => run.id);
  const wanted = overrides.selected ?? sceneDefaults.selected;
  return {
    surface: {
      id: overrides.formula === undefined ? (overrides.surface ?? sceneDefaults.surface) : null,
      name: surface.name,
      formula: surface.formula,
      params: { ...defaultsOf(surface.params ?? {}), ...overrides.surfaceParams },
      domain: surface.domain,
      minima: surface.minima,
      relief: surface.relief,
      cut: surface.cut,
    },
    start: overrides.start ?? surface.start,
    steps: overrides.steps ?? surface.steps,
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
