import { sampleMesh } from '../clouds/sampleMesh.ts';
import type { Mesh, PointCloud } from '../clouds/types.ts';
import { createRng } from '../math/rng.ts';

/** Points that stand for a mesh. */
const MESH_POINTS = 5000;

export type Role = 'source' | 'target';

/**
 * A mesh as points, uniform over its area. A source and a target of one seed are drawn from different streams: a mesh
 * registered to itself does not meet its very own samples, which no two scans ever do.
 */
export function sampled(mesh: Mesh, role: Role, seed: number, count = MESH_POINTS): PointCloud {
  return sampleMesh(mesh, count, createRng(seed, 'sampled', role).integer(2 ** 32));
}
