import { resolveCommon, withoutDefaults } from '../../../src/state/common.ts';
import type { SceneRules } from '../../../src/state/link.ts';
import { reconstructionDefaults, reconstructionParams } from './defaults.ts';
import { reconstructionFields } from './fields.ts';
import { resolveMore } from './more.ts';
import type { ReconstructionOverrides, ReconstructionState } from './types.ts';

function resolve(overrides: ReconstructionOverrides): ReconstructionState {
  return {
    ...resolveCommon(overrides),
    ...resolveMore(overrides),
    steps: null,
    picture: overrides.picture ?? reconstructionDefaults.picture,
    category: overrides.category ?? reconstructionDefaults.category,
    seed: overrides.seed ?? reconstructionParams.seed.default,
    view: overrides.view ?? reconstructionDefaults.view,
    panes: overrides.panes ?? reconstructionDefaults.panes,
    errors: overrides.errors ?? reconstructionDefaults.errors,
    threads: overrides.threads ?? reconstructionDefaults.threads,
    size: overrides.size ?? reconstructionParams.size.default,
  };
}

function normalise(overrides: ReconstructionOverrides): ReconstructionOverrides {
  const base = resolve({});
  // Category and seed say nothing of a picture that was not drawn from them.
  const drawn = (overrides.picture ?? base.picture) === 'shape';
  const said = drawn ? overrides : { ...overrides, category: undefined, seed: undefined };
  return withoutDefaults<ReconstructionOverrides>(said, base);
}

/** The reconstruction scene's overrides, what they mean and how links write them. */
export const reconstructionRules: SceneRules<ReconstructionOverrides, ReconstructionState> = {
  id: 'reconstruction',
  normalise,
  resolve,
  fields: () => reconstructionFields,
};
