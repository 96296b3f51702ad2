import type { Perturbation } from '../../../src/clouds/params.ts';
import { resolveCommon, withoutDefaults } from '../../../src/state/common.ts';
import type { SceneRules } from '../../../src/state/link.ts';
import { dataDefaults, openingFactors, openingSeed, paneOf, registrationDefaults } from './defaults.ts';
import { registrationFields } from './fields.ts';
import type { RegistrationOverrides, RegistrationState } from './types.ts';

function resolve(overrides: RegistrationOverrides): RegistrationState {
  const data = overrides.data ?? registrationDefaults.data;
  const panes = overrides.panes ?? dataDefaults[data].methods.map(paneOf);
  return {
    ...resolveCommon(overrides),
    steps: null,
    data,
    seed: overrides.seed ?? openingSeed,
    factors: { ...openingFactors, ...overrides.factors },
    panes,
    selected: Math.min(overrides.selected ?? registrationDefaults.selected, panes.length - 1),
    start: overrides.start ?? null,
    overlay: overrides.overlay ?? registrationDefaults.overlay,
    threads: overrides.threads ?? registrationDefaults.threads,
    residuals: overrides.residuals ?? registrationDefaults.residuals,
    curve: overrides.curve ?? registrationDefaults.curve,
    voxel: overrides.voxel ?? dataDefaults[data].voxel,
  };
}

function normalise(overrides: RegistrationOverrides): RegistrationOverrides {
  const { data, factors, ...rest } = overrides;
  const base = resolve({ data });
  // In the order of the table, whichever was moved first: one picture has one link.
  const differing = (Object.keys(openingFactors) as (keyof Perturbation)[]).flatMap((name) => {
    const value = factors?.[name];
    return value === undefined || value === openingFactors[name] ? [] : [[name, value] as const];
  });
  const used = base.data === 'spot' && differing.length > 0 ? Object.fromEntries(differing) : undefined;
  const selected = rest.selected === undefined ? undefined : resolve(overrides).selected;
  const kept = withoutDefaults<RegistrationOverrides>({ ...rest, selected }, base);
  return {
    ...kept,
    ...(base.data === registrationDefaults.data ? {} : { data: base.data }),
    ...(used === undefined ? {} : { factors: used }),
  };
}

/** The registration scene's overrides, what they mean and how links write them. */
export const registrationRules: SceneRules<RegistrationOverrides, RegistrationState> = {
  id: 'registration',
  normalise,
  resolve,
  fields: () => registrationFields,
};
