import type { PointCloud } from '../clouds/types.ts';
import type { Matrix4 } from '../math/matrix4.ts';
import { defaultMethod, type MethodId } from './methods/index.ts';
import type { MethodSpec } from './methods/method.ts';
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
  /** Voxel, index, normals and registration. */
  readonly milliseconds: number;
  /** Present when the job was asked to record. */
  readonly record: RegistrationRecord | null;
  /** What the method worked on, after voxel and preparation: present when the job was asked to record. */
  readonly working: { readonly source: PointCloud; readonly target: PointCloud } | null;
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
};
