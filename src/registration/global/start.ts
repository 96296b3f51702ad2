import type { Matrix4 } from '../../math/matrix4.ts';
import { evaluate } from '../evaluate.ts';
import type { Prepared, PreparedCloud } from '../prepare.ts';
import { nullRecorder } from '../recorder.ts';
import { atVoxel } from '../sample.ts';
import type { Recorder, Stop } from '../types.ts';
import { turnAwayFrom } from './awayFrom.ts';
import { consensus } from './consensus.ts';
import { fpfh } from './fpfh.ts';
import { matchFeatures, type Matches } from './featureMatches.ts';

/** In voxels, after Open3D's example of a global registration. */
const FEATURE_RADIUS = 5;
const INLIER_DISTANCE = 1.5;
/** In inlier distances: nearer hypotheses are refinements of one another. */
const APART = 4;

/** Where a refinement may start. */
export interface Candidate {
  readonly pose: Matrix4;
  /** Share of the averaged source's points with a target point within `limit`. */
  readonly fitness: number;
  readonly inlierRmse: number;
}

/** Both clouds averaged over one voxel grid each, with their likely pairs. What does not depend on the seed. */
export interface Described {
  readonly clouds: Prepared;
  readonly matches: Matches;
  /** A match counts within this: 1.5 voxels, in the clouds' unit. */
  readonly limit: number;
}

/** Averages and describes both clouds at one voxel size; without matches when stopped. */
export function describe(raw: Prepared, voxel: number, stop: Stop): Described {
  const clouds = atVoxel(raw, voxel);
  const matches = matchFeatures(features(clouds.source, voxel, stop), features(clouds.target, voxel, stop), stop);
  return { clouds, matches, limit: INLIER_DISTANCE * voxel };
}

function features(cloud: PreparedCloud, voxel: number, stop: Stop): Float32Array {
  if (stop.aborted) return new Float32Array(0);
  const { points } = cloud.cloud;
  const normals = cloud.normals().slice();
  turnAwayFrom(cloud.size().centroid, points, normals);
  return fpfh(points, normals, cloud.tree(), FEATURE_RADIUS * voxel);
}

/**
 * Poses found by FPFH and RANSAC, best first by how much of the source they lay on the target; empty where nothing fits. The recorder hears
 * where the source stands (`init`, which plays no other part) and then each pose that was the best so far.
 */
export function globalStart(
  { clouds: { source, target }, matches, limit }: Described,
  init: Matrix4,
  seed: number,
  recorder: Recorder,
  stop: Stop,
): readonly Candidate[] {
  const from = source.cloud.points;
  const measured = (pose: Matrix4) => evaluate(from, target.tree(), pose, limit);
  const settings = { limit, apart: APART * limit, seed };
  const hear = (pose: Matrix4) => {
    const { fitness, inlierRmse, inliers } = measured(pose);
    recorder.step(pose, fitness, inlierRmse, inliers, NaN, limit, null);
  };
  if (recorder !== nullRecorder) hear(init);
  const hypotheses = consensus(from, source.size(), target.cloud.points, matches, settings, stop, ({ pose }) =>
    hear(pose),
  );
  return hypotheses
    .map(({ pose }) => ({ pose, ...measured(pose) }))
    .sort((a, b) => b.fitness - a.fitness || a.inlierRmse - b.inlierRmse);
}
