import { optimizers } from '../optimizers/index.ts';
import { defaultsOf, type ParamValues } from '../params/spec.ts';
import { withoutDefaults } from './common.ts';
import { baseParams, resolve, surfaceOf } from './resolve.ts';
import { sceneDefaults } from './defaults.ts';
import type { Overrides, RunOverrides } from './types.ts';

function differing(values: ParamValues | undefined, base: ParamValues): ParamValues | undefined {
  const entries = Object.entries(values ?? {}).filter(([name, value]) => name in base && base[name] !== value);
  return entries.length > 0 ? Object.fromEntries(entries) : undefined;
}

/** They say which experiment it is; the base has it too. */
const ALWAYS_KEPT: ReadonlySet<string> = new Set(['surface', 'formula', 'domain']);

/** Drops every override that says what the default says anyway, so that links stay short and one picture has one link. */
export function normalise(overrides: Overrides): Overrides {
  const base = resolve({ surface: overrides.surface, formula: overrides.formula, domain: overrides.domain });
  const surface = surfaceOf(overrides);
  const baseSurface = defaultsOf(surface.params ?? {});
  const runs: Record<string, RunOverrides> = {};
  for (const id of Object.keys(optimizers)) {
    const own = overrides.runs?.[id];
    if (!own) continue;
    const { semantics: baseSemantics } = base.runs.find((run) => run.id === id) as {
      semantics: RunOverrides['semantics'];
    };
    const semantics = own.semantics === baseSemantics ? undefined : own.semantics;
    const enabledByDefault = (sceneDefaults.enabled as readonly string[]).includes(id);
    const enabled = own.enabled === enabledByDefault ? undefined : own.enabled;
    const ran = resolve({ ...overrides, runs: { [id]: { semantics: own.semantics } } }).runs.find(
      (run) => run.id === id,
    );
    const params = differing(own.params, ran ? baseParams(id, ran.semantics, surface) : {});
    const kept = {
      ...(enabled === undefined ? {} : { enabled }),
      ...(semantics === undefined ? {} : { semantics }),
      ...(params === undefined ? {} : { params }),
    };
    if (Object.keys(kept).length > 0) runs[id] = kept;
  }
  const surfaceParams = differing(overrides.surfaceParams, baseSurface);
  const ofSurface = {
    surface:
      overrides.formula === undefined && overrides.surface !== sceneDefaults.surface ? overrides.surface : undefined,
    domain: overrides.formula === undefined ? undefined : overrides.domain,
  };
  return {
    ...withoutDefaults({ ...overrides, ...ofSurface, surfaceParams: undefined, runs: undefined }, base, ALWAYS_KEPT),
    ...(surfaceParams && { surfaceParams }),
    ...(Object.keys(runs).length > 0 && { runs }),
  };
}
