import { registrationMethods } from '../../../src/registration/methods/index.ts';
import { defaultRegisterSpec, type RegisterSpec } from '../../../src/registration/specs.ts';
import type { PaneSettings, RegistrationState } from '../state/types.ts';
import { initOf } from './startPose.ts';
import type { Pair } from './pair.ts';

/** What a pane asks of the jobs: settings that its method does not take are not sent, so that they change nothing. */
export function specOf(state: RegistrationState, pane: PaneSettings, pair: Pair): RegisterSpec {
  const { takes } = registrationMethods[pane.method];
  const isIdentity = pair.asIs.every((value, i) => value === (i % 5 === 0 ? 1 : 0));
  return {
    ...defaultRegisterSpec,
    method: pane.method,
    kernel: takes.includes('kernel') ? pane.kernel : null,
    search: takes.includes('search') ? pane.search : null,
    maxDistance: pane.maxDistance,
    voxel: state.voxel,
    seed: state.seed,
    init: state.start === null && isIdentity ? null : [...initOf(pair, state.start)],
  };
}

export function needsMaps({ method }: PaneSettings): boolean {
  return registrationMethods[method].takes.includes('maps');
}
