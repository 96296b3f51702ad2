import { optimizers } from '../optimizers/index.ts';
import { defaultsOf, type ParamValues } from '../params/spec.ts';
import { baseParams, resolve, surfaceOf } from './resolve.ts';
import { sceneDefaults } from './defaults.ts';
import type { Overrides, RunOverrides } from './types.ts';

function differing(values: ParamValues | undefined, base: ParamValues): ParamValues | undefined {
  const entries = Object.entries(values ?? {}).filter(([name, value]) => name in base && base[name] !== value);
  return entries.length > 0 ? Object.fromEntries(entries) : undefined;
}

function same(a: unknown, b: unknown): boolean {
  return a === b || (typeof a === 'object' && JSON.stringify(a) === JSON.stringify(b));
}

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
  const plain = { ...overrides };
  const kept: Record<string, unknown> = {};
  for (const key of Object.keys(plain) as (keyof Overrides)[]) {
    const value = plain[key];
    if (value === undefined) continue;
    if (key === 'surface' && (overrides.formula !== undefined || value === sceneDefaults.surface)) continue;
    if (key === 'domain' && overrides.formula === undefined) continue;
    if (key === 'selected' && value === sceneDefaults.selected) continue;
    if (key === 'surfaceParams' || key === 'runs') continue;
    const defaultValue = (base as unknown as Record<string, unknown>)[key];
    const alwaysKept = key === 'surface' || key === 'formula' || key === 'domain' || key === 'playing' || key === 't';
    if (!alwaysKept && key in base && same(defaultValue, value)) continue;
    kept[key] = value;
  }
  if (kept['playing'] === (kept['t'] === undefined)) delete kept['playing'];
  const surfaceParams = differing(overrides.surfaceParams, baseSurface);
  if (surfaceParams) kept['surfaceParams'] = surfaceParams;
  if (Object.keys(runs).length > 0) kept['runs'] = runs;
  return kept;
}
