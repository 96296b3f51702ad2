import { invertRigid, type Matrix4 } from '../math/matrix4.ts';
import { poseCovariance, type PoseCovariance } from './covariance.ts';
import { evaluate } from './evaluate.ts';
import type { Prepared } from './prepare.ts';
import { thinned } from './sample.ts';

/** What may be said of a pose besides its verdict. Lengths in the clouds' unit. */
export interface Certainty {
  /** Share of each cloud's points that have a point of the other within `limit`, two spacings of the sparser one. */
  readonly overlap: { readonly source: number; readonly target: number; readonly limit: number };
  /** null: the matches leave a motion free. */
  readonly covariance: PoseCovariance | null;
}

/** Points of the larger cloud that are looked at: as many as the verdict goes by. */
const MOST_POINTS = 12_000;

/** On both clouds, averaged where they have more than 12,000 points; null where a cloud is empty, or the pose or the spacing no number. */
export function certaintyOf(prepared: Prepared, pose: Matrix4): Certainty | null {
  if (prepared.source.cloud.points.length * prepared.target.cloud.points.length === 0) return null;
  if (!pose.every(Number.isFinite)) return null;
  const clouds = thinned(prepared, MOST_POINTS);
  const { source, target } = clouds;
  const limit = 2 * Math.max(source.spacing(), target.spacing());
  if (!(limit > 0)) return null;
  return {
    overlap: {
      source: evaluate(source.cloud.points, target.tree(), pose, limit).fitness,
      target: evaluate(target.cloud.points, source.tree(), invertRigid(pose), limit).fitness,
      limit,
    },
    covariance: poseCovariance(clouds, pose, limit),
  };
}
