import { identity, type Matrix4 } from '../../math/matrix4.ts';
import { icp } from '../icp.ts';
import type { Prepared } from '../prepare.ts';
import type { IcpSettings, Outcome, Recorder, Stop } from '../types.ts';
import { describe, globalStart } from './start.ts';
import { commonVoxel } from './voxelSize.ts';

export interface RansacOptions {
  /** Where the source stands: recorded, and nothing else. */
  readonly init: Matrix4;
  readonly seed: number;
  /** Of the features, in the clouds' unit. Where it would leave a cloud more than about 3,000 points, or is null, it is chosen so that it does not. */
  readonly voxel: number | null;
  /** What refines the pose found, on the clouds as they are handed in; null: nothing. */
  readonly refine: IcpSettings | null;
}

/** Points of the larger cloud that are described: more find no more poses and take seconds. */
const DESCRIBED = 3000;

/**
 * A global start and its refinement: where the source stands plays no part. Not converged, with the identity for a pose, where no three pairs
 * agree on one; `iterations` counts those of the refinement.
 */
export function ransac(
  prepared: Prepared,
  { init, seed, voxel, refine }: RansacOptions,
  recorder: Recorder,
  stop: Stop,
): Outcome {
  recorder.phase('ransac');
  const described = describe(prepared, Math.max(voxel ?? 0, commonVoxel(prepared, DESCRIBED)), stop);
  const best = globalStart(described, init, seed, recorder, stop)[0];
  if (best === undefined) return { targetFromSource: identity(), iterations: 0, converged: false };
  if (refine === null) return { targetFromSource: best.pose, iterations: 0, converged: true };
  recorder.phase('icp-plane');
  return icp({ init: best.pose }, refine, prepared, recorder, stop);
}
