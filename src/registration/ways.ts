import type { Matrix4 } from '../math/matrix4.ts';
import { icp } from './icp.ts';
import type { Prepared } from './prepare.ts';
import { settingsOf } from './recipes.ts';
import { scoreOf } from './score.ts';
import type { Tape } from './tape.ts';
import type { Annealed, IcpSettings, Stop } from './types.ts';

/** Limit of distance of a refinement, in voxels. */
export const LIMIT = 3;
/** What a way is scored by, in limits: half, so that a match at the limit's edge counts for nothing. */
const SCORED = 0.5;
/** Of the usual tolerances, where ways from different starts are to end at one pose to a few digits more. */
const PRECISION = 0.1;

/** Both clouds at one voxel size, and how they are refined there. */
export interface Level {
  readonly clouds: Prepared;
  readonly maxDistance: number;
  readonly settings: IcpSettings;
}

export function levelOf(clouds: Prepared, voxel: number, asked: number | null): Level {
  const maxDistance = asked ?? LIMIT * voxel;
  return { clouds, maxDistance, settings: settingsOf('gicp', { maxDistance }, clouds.target) };
}

export function precise(level: Level): Level {
  const { rotationTolerance, translationTolerance } = level.settings;
  return {
    ...level,
    settings: {
      ...level.settings,
      rotationTolerance: PRECISION * rotationTolerance,
      translationTolerance: PRECISION * translationTolerance,
    },
  };
}

/** A pose, how it was come by, and how much of the source it lays on the target (`scoreOf`). */
export interface Way {
  readonly pose: Matrix4;
  readonly iterations: number;
  readonly converged: boolean;
  readonly score: number;
  readonly tape: Tape;
}

/** GICP on from where a way has come to. `narrowing`: its limit of distance, where it is not the level's. */
export function refined(
  { clouds, maxDistance, settings }: Level,
  { pose: init, iterations, tape }: Pick<Way, 'pose' | 'iterations' | 'tape'>,
  stop: Stop,
  narrowing: Annealed | null = settings.maxDistance,
): Way {
  tape.recorder.phase('gicp');
  const outcome = icp({ init }, { ...settings, maxDistance: narrowing }, clouds, tape.recorder, stop);
  const pose = outcome.targetFromSource;
  const score = scoreOf(clouds.source.cloud.points, clouds.target.tree(), pose, SCORED * maxDistance);
  return { pose, iterations: iterations + outcome.iterations, converged: outcome.converged, score, tape };
}

export function best(ways: readonly Way[]): Way {
  return ways.reduce((a, b) => (b.score > a.score ? b : a));
}
