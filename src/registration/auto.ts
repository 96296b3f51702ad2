import type { Matrix4 } from '../math/matrix4.ts';
import { posesApart } from './apart.ts';
import { gatherEvidence, LEAST_POINTS, sizeRatioOf } from './evidence.ts';
import { describe, globalStart, type Described } from './global/start.ts';
import { commonVoxel } from './global/voxelSize.ts';
import { icp } from './icp.ts';
import { settingsOf } from './recipes.ts';
import { prepareCloud, type Prepared } from './prepare.ts';
import { atVoxel } from './sample.ts';
import { scoreOf } from './score.ts';
import { tapeFor, type Tape } from './tape.ts';
import type { IcpSettings, Judgement, Outcome, Problem, Recorder, Stop } from './types.ts';
import { judge } from './verdict.ts';

export interface AutoOptions {
  readonly seed: number;
  /** Of the last refinement, in the clouds' unit; null: chosen from the clouds. */
  readonly voxel: number | null;
  /** Of its matches; null: chosen from the voxel. */
  readonly maxDistance: number | null;
}

export interface AutoOutcome extends Outcome {
  readonly chosen: { readonly voxel: number; readonly maxDistance: number };
  readonly judgement: Judgement;
  /** What the last refinement worked on, and how. */
  readonly working: Prepared;
  readonly settings: IcpSettings;
}

/** Points of the larger cloud at the coarse and at the fine level. */
const COARSE_POINTS = 3000;
const FINE_POINTS = 12_000;
/** Limits of distance in voxels: where the start as given is refined at first, and every other refinement. */
const FIRST_LIMIT = 12;
const LIMIT = 3;
const NARROWING = 0.8;
/** What a way is scored by, in limits: half, so that a match at the limit's edge counts for nothing. */
const SCORED = 0.5;
/** Ways with more than this part of the best one's score at the coarse level are refined at the fine one. */
const CLOSE = 0.8;
/** Of the usual tolerances, at the end. */
const PRECISION = 0.1;
/** Poses of the global start that are refined. */
const TRIED = 3;

interface Way {
  readonly pose: Matrix4;
  readonly iterations: number;
  readonly converged: boolean;
  readonly score: number;
  readonly tape: Tape;
}

/**
 * Registers with nothing set: the start as given and a global one are both refined by GICP, coarse then fine, and the one that lays more of the
 * source on the target is the answer, with its verdict. Only its way is recorded. Neither unit nor place of the clouds plays a part:
 * all lengths come from the clouds, and grids hang on their boxes. Clouds of fewer than ten points are refused by the verdict.
 */
export function auto(
  { source, target, init }: Problem,
  options: AutoOptions,
  recorder: Recorder,
  stop: Stop,
): AutoOutcome {
  const raw = { source: prepareCloud(source), target: prepareCloud(target) };
  if (Math.min(source.points.length, target.points.length) < 3 * LEAST_POINTS) {
    return refused(raw, Math.max(raw.source.spacing(), raw.target.spacing()), init, options, stop);
  }
  const coarseVoxel = Math.max(commonVoxel(raw, COARSE_POINTS), options.voxel ?? 0);
  const described = describe(raw, coarseVoxel, stop);
  if (stop.aborted) return refused(described.clouds, coarseVoxel, init, options, stop);
  const coarse = levelOf(described.clouds, coarseVoxel, null);
  const ways = [
    given(coarse, init, recorder, stop),
    ...globally(coarse, described, init, options.seed, recorder, stop),
  ];
  const fineVoxel = options.voxel ?? commonVoxel(raw, FINE_POINTS);
  const fine = precise(levelOf(atVoxel(raw, fineVoxel), fineVoxel, options.maxDistance));
  const finished = leading(ways, coarse).map((way) => refined(fine, fine.settings, way, stop));
  const { pose, iterations, converged, tape } = best(finished);
  tape.play(recorder);
  const found = { targetFromSource: pose, iterations, converged };
  return {
    ...found,
    chosen: { voxel: fineVoxel, maxDistance: fine.maxDistance },
    // Averaging may leave little of a cloud in the wrong unit: its size is that of before.
    judgement: judge({ ...gatherEvidence(fine.clouds, found, options.seed, stop), sizeRatio: sizeRatioOf(raw) }),
    working: fine.clouds,
    settings: fine.settings,
  };
}

/** Both clouds at one voxel size, and how they are refined there. */
interface Level {
  readonly clouds: Prepared;
  readonly maxDistance: number;
  readonly settings: IcpSettings;
}

function levelOf(clouds: Prepared, voxel: number, asked: number | null): Level {
  const maxDistance = asked ?? LIMIT * voxel;
  return { clouds, maxDistance, settings: settingsOf('gicp', { maxDistance }, clouds.target) };
}

/** Iterates until ways from different starts end at one pose to a few digits more. */
function precise(level: Level): Level {
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

/** The start as given: matches from afar at first. */
function given(level: Level, init: Matrix4, recorder: Recorder, stop: Stop): Way {
  const from = (FIRST_LIMIT / LIMIT) * level.maxDistance;
  const settings = { ...level.settings, maxDistance: { from, to: level.maxDistance, factor: NARROWING } };
  return refined(level, settings, { pose: init, iterations: 0, tape: tapeFor(recorder) }, stop);
}

function globally(
  level: Level,
  described: Described,
  init: Matrix4,
  seed: number,
  recorder: Recorder,
  stop: Stop,
): readonly Way[] {
  const found = tapeFor(recorder);
  found.recorder.phase('ransac');
  return globalStart(described, init, seed, found.recorder, stop)
    .slice(0, TRIED)
    .map(({ pose }) => {
      const tape = tapeFor(recorder);
      found.play(tape.recorder);
      return refined(level, level.settings, { pose, iterations: 0, tape }, stop);
    });
}

function refined(
  { clouds, maxDistance }: Level,
  settings: IcpSettings,
  { pose: init, iterations, tape }: Pick<Way, 'pose' | 'iterations' | 'tape'>,
  stop: Stop,
): Way {
  tape.recorder.phase('gicp');
  const outcome = icp({ init }, settings, clouds, tape.recorder, stop);
  const pose = outcome.targetFromSource;
  const score = scoreOf(clouds.source.cloud.points, clouds.target.tree(), pose, SCORED * maxDistance);
  return { pose, iterations: iterations + outcome.iterations, converged: outcome.converged, score, tape };
}

function best(ways: readonly Way[]): Way {
  return ways.reduce((a, b) => (b.score > a.score ? b : a));
}

/** The best way, and the best other one that ends elsewhere and is nearly as good: the fine level decides between them. */
function leading(ways: readonly Way[], { clouds: { source }, maxDistance }: Level): readonly Way[] {
  const first = best(ways);
  const { centroid, radius } = source.size();
  const others = ways.filter(
    (way) => way.score > CLOSE * first.score && posesApart(way.pose, first.pose, centroid, radius).reach > maxDistance,
  );
  return others.length > 0 ? [first, best(others)] : [first];
}

/** Nothing done: too few points, or stopped before there was anything to show. */
function refused(clouds: Prepared, voxel: number, init: Matrix4, options: AutoOptions, stop: Stop): AutoOutcome {
  const found = { targetFromSource: init, iterations: 0, converged: false };
  const level = levelOf(clouds, voxel, options.maxDistance);
  return {
    ...found,
    chosen: { voxel, maxDistance: level.maxDistance },
    judgement: judge(gatherEvidence(clouds, found, options.seed, stop)),
    working: clouds,
    settings: level.settings,
  };
}
