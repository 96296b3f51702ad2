import type { Matrix4 } from '../math/matrix4.ts';
import { posesApart } from './apart.ts';
import { gatherEvidence, LEAST_POINTS, sizeRatioOf } from './evidence.ts';
import { fitOf } from './fit.ts';
import { describe, globalStart, type Described } from './global/start.ts';
import { commonVoxel } from './global/voxelSize.ts';
import type { MethodSpec } from './methods/method.ts';
import { withoutNoise, type Filtered } from './noise.ts';
import { prepareCloud, type Prepared } from './prepare.ts';
import { overruled, weigh, type Weighed } from './prior.ts';
import { judgedAt, reconsidered } from './reconsider.ts';
import { atVoxel } from './sample.ts';
import { tapeFor } from './tape.ts';
import type { IcpSettings, Judgement, Outcome, Problem, Recorder, Stop } from './types.ts';
import { judge } from './verdict.ts';
import { best, levelOf, LIMIT, precise, refined, type Level, type Way } from './ways.ts';

/** `voxel`: of the last refinement; `maxDistance`: of its matches; null: chosen from the clouds. */
export type AutoOptions = Pick<MethodSpec, 'seed' | 'voxel' | 'maxDistance'> &
  Partial<Pick<MethodSpec, 'start' | 'given' | 'filter'>>;

export interface AutoOutcome extends Outcome {
  readonly chosen: { readonly voxel: number; readonly maxDistance: number };
  readonly judgement: Judgement;
  /** What the last refinement worked on, and how. */
  readonly working: Prepared;
  readonly settings: IcpSettings;
  /** Between which poses was chosen, and why; null: nothing was done. */
  readonly weighed: Weighed | null;
  /** What was left out as outliers. */
  readonly leftOut: Filtered['leftOut'];
}

/** Points of the larger cloud at the coarse and at the fine level. */
const COARSE_POINTS = 3000;
const FINE_POINTS = 12_000;
/** In voxels: from how far the start is refined where it may be far from right. */
const FIRST_LIMIT = 12;
const NARROWING = 0.8;
/** Ways with more than this part of the best one's score at the coarse level are refined at the fine one. */
const CLOSE = 0.8;
/** Poses of the global start that are refined. */
const TRIED = 3;

/**
 * Registers with nothing set: the start and a global one are both refined by GICP, coarse then fine, and weighed (`weigh`): the start is a prior, as `start` and `given` say. Only the way taken is recorded. Points that
 * no surface holds are left out before, where there are many (`withoutNoise`). Neither unit nor place of the clouds plays a part: all lengths come from the clouds, and
 * grids hang on their boxes. Clouds of fewer than ten points are refused by the verdict.
 */
export function auto(
  { source, target, init }: Problem,
  { start = 'try', given = false, filter = 'auto', ...options }: AutoOptions,
  recorder: Recorder,
  stop: Stop,
): AutoOutcome {
  const { seed } = options;
  const whole = { source: prepareCloud(source), target: prepareCloud(target) };
  if (Math.min(source.points.length, target.points.length) < 3 * LEAST_POINTS) {
    return refused(whole, Math.max(whole.source.spacing(), whole.target.spacing()), init, options, stop);
  }
  const { clouds: raw, leftOut } = withoutNoise(whole, filter, seed);
  const coarseVoxel = Math.max(commonVoxel(raw, COARSE_POINTS), options.voxel ?? 0);
  const described = start === 'trust' ? null : describe(raw, coarseVoxel, stop);
  const coarse = levelOf(described?.clouds ?? atVoxel(raw, coarseVoxel), coarseVoxel, null);
  if (stop.aborted) return refused(coarse.clouds, coarseVoxel, init, options, stop);
  const near =
    start === 'ignore' ? null : refined(coarse, { pose: init, iterations: 0, tape: tapeFor(recorder) }, stop);
  const others = described ? globally(coarse, described, init, seed, recorder, stop) : [];
  if (start === 'try') others.push(fromAfar(coarse, init, recorder, stop));
  const fineVoxel = options.voxel ?? commonVoxel(raw, FINE_POINTS);
  const fine = precise(levelOf(atVoxel(raw, fineVoxel), fineVoxel, options.maxDistance));
  const size = fine.clouds.source.size();
  const fit = fitOf(fine.clouds, seed);
  const weighing = weigh({
    prior: start,
    given,
    init,
    start: near && refined(fine, near, stop),
    others: leading(others, coarse).map((other) => refined(fine, other, stop)),
    fit,
    size,
    limit: fine.maxDistance,
  });
  const first = judgedAt(fine, weighing.way, stop);
  const { way, judgement } = start === 'trust' ? first : reconsidered(fine, first, recorder, stop);
  const weighed = way === first.way ? weighing.weighed : overruled(weighing.weighed, way, fit, size);
  way.tape.play(recorder);
  const found = { targetFromSource: way.pose, iterations: way.iterations, converged: way.converged };
  return {
    ...found,
    chosen: { voxel: fineVoxel, maxDistance: fine.maxDistance },
    // Averaging may leave little of a cloud in the wrong unit: its size is that of before.
    judgement: { ...judgement, values: { ...judgement.values, sizeRatio: sizeRatioOf(raw) } },
    working: fine.clouds,
    settings: fine.settings,
    weighed,
    leftOut,
  };
}

/** The start as it may be where nobody knows it: matches from afar at first. */
function fromAfar(level: Level, init: Matrix4, recorder: Recorder, stop: Stop): Way {
  const from = (FIRST_LIMIT / LIMIT) * level.maxDistance;
  const narrowing = { from, to: level.maxDistance, factor: NARROWING };
  return refined(level, { pose: init, iterations: 0, tape: tapeFor(recorder) }, stop, narrowing);
}

function globally(
  level: Level,
  described: Described,
  init: Matrix4,
  seed: number,
  recorder: Recorder,
  stop: Stop,
): Way[] {
  const found = tapeFor(recorder);
  found.recorder.phase('ransac');
  return globalStart(described, init, seed, found.recorder, stop)
    .slice(0, TRIED)
    .map(({ pose }) => {
      const tape = tapeFor(recorder);
      found.play(tape.recorder);
      return refined(level, { pose, iterations: 0, tape }, stop);
    });
}

/** The best way, and the best other one that ends elsewhere and is nearly as good: the fine level decides between them. */
function leading(ways: readonly Way[], { clouds: { source }, maxDistance }: Level): readonly Way[] {
  if (ways.length === 0) return [];
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
    judgement: judge(gatherEvidence(clouds, found, stop)),
    working: clouds,
    settings: level.settings,
    weighed: null,
    leftOut: null,
  };
}
