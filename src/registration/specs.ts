import type { PointCloud } from '../clouds/types.ts';
import type { Matrix4 } from '../math/matrix4.ts';
import type { Certainty } from './certainty.ts';
import { defaultMethod, type MethodId } from './methods/index.ts';
import type { MethodSpec } from './methods/method.ts';
import type { Filtered } from './noise.ts';
import type { Weighed } from './prior.ts';
import type { Judgement, RegistrationRecord } from './types.ts';

/** One registration: a pure function of this and the clouds. */
export interface RegisterSpec extends MethodSpec {
  readonly method: MethodId;
}

export interface RegisterResult {
  readonly targetFromSource: Matrix4;
  readonly iterations: number;
  readonly converged: boolean;
  readonly fitness: number;
  readonly inlierRmse: number;
  readonly judgement: Judgement;
  readonly chosen: { readonly voxel: number | null; readonly maxDistance: number | null };
  /** Of `auto`: between which poses it chose, and why; null: the method does not choose. */
  readonly weighed: Weighed | null;
  /** Of `auto`: what it left out as outliers; null: nothing. */
  readonly leftOut: Filtered['leftOut'];
  /** Voxel, index, normals and registration. */
  readonly milliseconds: number;
  /** Present when the job was asked to record. */
  readonly record: RegistrationRecord | null;
  /** What the method worked on, after voxel and preparation: present when the job was asked to record. */
  readonly working: { readonly source: PointCloud; readonly target: PointCloud } | null;
}

/** With what else is known of the pose; null: nothing can be. */
export interface JudgedResult extends RegisterResult {
  readonly certainty: Certainty | null;
}

/** What `register` does when nothing is said. */
export const defaultRegisterSpec: RegisterSpec = {
  method: defaultMethod,
  kernel: null,
  search: null,
  maxDistance: null,
  maxIterations: null,
  voxel: null,
  refine: true,
  seed: 1,
  init: null,
  start: 'try',
  given: false,
  filter: 'auto',
};
