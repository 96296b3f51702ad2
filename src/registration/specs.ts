import type { PointCloud } from '../clouds/types.ts';
import type { Matrix4 } from '../math/matrix4.ts';
import type { Judgement, KernelId, RegistrationRecord, Search } from './types.ts';

export const methodIds = ['auto', 'icp-point', 'icp-plane', 'gicp', 'icp-robust', 'ransac', 'do', 'do-icp'] as const;
export type MethodId = (typeof methodIds)[number];

/** One registration: a pure function of this and the clouds. Lengths in the clouds' unit. */
export interface RegisterSpec {
  readonly method: MethodId;
  /** null: the method's own (`none` for plain members; the tuned kernel for `icp-robust`). */
  readonly kernel: KernelId | null;
  /** null: the method's own. */
  readonly search: Search | null;
  /** null: no limit (for `auto`: chosen from the clouds). */
  readonly maxDistance: number | null;
  /** null: the method's own (200 for an ICP; the rule of Discriminative Optimization). */
  readonly maxIterations: number | null;
  /** null: the clouds as they are (for `auto`: chosen from the clouds). */
  readonly voxel: number | null;
  /** Plane ICP after RANSAC. */
  readonly refine: boolean;
  readonly seed: number;
  /** Target ← source, 16 numbers row major; null: identity. */
  readonly init: readonly number[] | null;
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
  method: 'auto',
  kernel: null,
  search: null,
  maxDistance: null,
  maxIterations: null,
  voxel: null,
  refine: true,
  seed: 1,
  init: null,
};
