import { createRng } from '../math/rng.ts';
import type { PointCloud } from '../clouds/types.ts';
import { downsample } from '../clouds/voxel.ts';
import { evaluate } from './evaluate.ts';
import { prepare, type PreparedCloud } from './prepare.ts';
import { sampleOf, thinned } from './sample.ts';
import type { Points } from '../clouds/types.ts';
import type { RegistrationRecord } from './types.ts';

/** What every method's poses are measured by alike: the same points, the same distance. */
export interface Yardstick {
  readonly points: Points;
  readonly target: PreparedCloud;
  /** A point is laid on the target within this, in the clouds' unit: twice the target's spacing, or the source's where that is wider. */
  readonly limit: number;
}

/** How the poses of a record lie by one yardstick: Open3D's measures, whatever distance the method itself worked with. */
export interface Laid {
  readonly limit: number;
  /** steps + 1: share of the source's points within the limit of the target. */
  readonly fitness: Float64Array;
  /** steps + 1: root mean square distance of those, in the clouds' unit; NaN where there are none. */
  readonly rmse: Float64Array;
}

/** As the verdict looks: clouds of any size cost the same. */
const MOST_POINTS = 12_000;
const SAMPLE = 600;

/** `voxel`: in which methods are asked to average both clouds; null: not. */
export function yardstickOf(source: PointCloud, target: PointCloud, voxel: number | null): Yardstick {
  const thin = (cloud: PointCloud) => (voxel === null ? cloud : downsample(cloud, voxel));
  const clouds = thinned(prepare({ source: thin(source), target: thin(target) }), MOST_POINTS);
  return {
    points: sampleOf(clouds.source.cloud.points, SAMPLE, createRng(1, 'evidence', 'source')),
    target: clouds.target,
    limit: Math.max(clouds.source.spacing(), 2 * clouds.target.spacing()),
  };
}

export function laidBy({ points, target, limit }: Yardstick, { steps, poses }: RegistrationRecord): Laid {
  const fitness = new Float64Array(steps + 1);
  const rmse = new Float64Array(steps + 1);
  for (let row = 0; row <= steps; row++) {
    const found = evaluate(points, target.tree(), poses.subarray(16 * row, 16 * row + 16), limit);
    fitness[row] = found.fitness;
    rmse[row] = found.inlierRmse;
  }
  return { limit, fitness, rmse };
}
