import { buildKdTree } from '../../clouds/kdTree.ts';
import { estimateNormals } from '../../clouds/normals.ts';
import { sampleMesh } from '../../clouds/sampleMesh.ts';
import type { Mesh, PointCloud } from '../../clouds/types.ts';
import { downsample } from '../../clouds/voxel.ts';
import { frameOf, isMesh, normalisePoints } from './normalise.ts';
import type { DoFrame, DoModelPoints, DoTraining } from './types.ts';

/** Points that stand for a mesh. The paper has scans instead, and takes them as they are. */
const SURFACE_POINTS = 5000;

const NEIGHBOURS = 6;

export interface TrainingModel extends DoFrame, DoModelPoints {
  /** What training scenes are drawn from: the whole surface, normalised. */
  readonly surface: PointCloud;
}

/**
 * The model made ready to be learned: normalised, sampled by area where it is a mesh, averaged in voxels to the model points. Their normals come
 * from six neighbours; which way is outward is known of a mesh (and of a cloud with normals), and guessed of a bare cloud.
 */
export function trainingModel({ seed, voxel }: DoTraining, shape: Mesh | PointCloud): TrainingModel {
  const frame = frameOf(shape);
  const raw = isMesh(shape) ? sampleMesh(shape, SURFACE_POINTS, seed) : shape;
  const surface: PointCloud = { ...raw, points: normalisePoints(frame, raw.points) };
  const { points, normals: known } = downsample(surface, voxel);
  if (points.length / 3 <= NEIGHBOURS) throw new RangeError('the model has too few points to be learned');
  const normals = estimateNormals(points, buildKdTree(points), NEIGHBOURS, known ? 'none' : 'outward');
  if (known) turnAlong(normals, known);
  return { ...frame, surface, points: Float32Array.from(points), normals: Float32Array.from(normals) };
}

/** Turns each normal that points against the known one. */
function turnAlong(normals: Float64Array, known: Float64Array): void {
  for (let i = 0; i < normals.length; i += 3) {
    const dot = normals[i]! * known[i]! + normals[i + 1]! * known[i + 1]! + normals[i + 2]! * known[i + 2]!;
    if (dot < 0) for (let c = 0; c < 3; c++) normals[i + c] = -normals[i + c]!;
  }
}
