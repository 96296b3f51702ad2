import { invertRigid, type Matrix4 } from '../math/matrix4.ts';
import { createRng } from '../math/rng.ts';
import { posesApart, type Apart } from './apart.ts';
import { evaluate } from './evaluate.ts';
import { icp } from './icp.ts';
import { settingsOf } from './recipes.ts';
import { prepareCloud, type Prepared, type PreparedCloud } from './prepare.ts';
import { createRecorder, nullRecorder } from './recorder.ts';
import { startsAround } from './rivals.ts';
import { sampleOf, thinned } from './sample.ts';
import { scoreOf } from './score.ts';
import type { IcpSettings, Stop } from './types.ts';

/** What can be known of a pose without the truth; what `judge` goes by. Lengths in the clouds' unit. */
export interface Evidence {
  readonly finite: boolean;
  readonly converged: boolean;
  /** Of the smaller cloud. */
  readonly points: number;
  /** Source's diagonal by the target's. */
  readonly sizeRatio: number;
  /** The larger of the two clouds' spacings. */
  readonly spacing: number;
  /** A point counts as laid on the other cloud within this. */
  readonly limit: number;
  /** Share of the source within the limit of the target, and of the target within the limit of the source. */
  readonly fitness: number;
  readonly fitnessBack: number;
  /**
   * Of the source's points that belong to the target's neighbourhood, those within the limit; 1 for surfaces that lie on each other, about a third
   * for such as cross. See `sharpnessOf`.
   */
  readonly sharpness: number;
  /** Root mean square of the distances within 3 limits. */
  readonly rmse: number;
  /** Smallest eigenvalue of the normalised 6 × 6 point-to-plane system: 0 where a motion changes nothing. */
  readonly stiffness: number;
  /** How far a robust refinement takes the pose; null where it was not tried. */
  readonly drift: Apart | null;
  /** Part of the near starts that end where that refinement ends. */
  readonly returning: number;
  /** The best of the ends elsewhere: its score by that of the refined pose, and where it is; null: all ended here. */
  readonly rival: { readonly score: number; readonly apart: Apart } | null;
}

const MOST_POINTS = 12_000;
const SAMPLE = 600;
export const LEAST_POINTS = 10;

/**
 * Looks at a pose from all sides at bounded cost (well under a second for clouds of any size): both clouds averaged to at most 12,000 points, 600
 * source points drawn by the seed, refined anew from the pose itself and from eighteen starts around it.
 */
export function gatherEvidence(
  prepared: Prepared,
  found: { readonly targetFromSource: Matrix4; readonly converged: boolean },
  seed: number,
  stop: Stop,
): Evidence {
  const pose = found.targetFromSource;
  const points = Math.min(prepared.source.cloud.points.length, prepared.target.cloud.points.length) / 3;
  const nothing: Evidence = {
    finite: pose.every(Number.isFinite),
    converged: found.converged,
    points,
    sizeRatio: sizeRatioOf(prepared),
    spacing: NaN,
    limit: NaN,
    fitness: 0,
    fitnessBack: 0,
    sharpness: 0,
    rmse: NaN,
    stiffness: 0,
    drift: null,
    returning: 0,
    rival: null,
  };
  if (!nothing.finite || points < LEAST_POINTS || stop.aborted) return nothing;
  const { source, target } = thinned(prepared, MOST_POINTS);
  const spacing = Math.max(source.spacing(), target.spacing());
  const limit = Math.max(source.spacing(), 2 * target.spacing());
  // All points on one spot are one point.
  if (!(limit > 0)) return { ...nothing, points: 1 };
  const sampled = prepareCloud({
    points: sampleOf(source.cloud.points, SAMPLE, createRng(seed, 'evidence', 'source')),
  });
  const back = sampleOf(target.cloud.points, SAMPLE, createRng(seed, 'evidence', 'target'));
  const work = { source: sampled, target };
  const narrow = evaluate(sampled.cloud.points, target.tree(), pose, limit);
  const wide = evaluate(sampled.cloud.points, target.tree(), pose, 3 * limit);
  const widest = evaluate(sampled.cloud.points, target.tree(), pose, 6 * limit);
  const behind = evaluate(back, source.tree(), invertRigid(pose), Math.max(2 * source.spacing(), limit));

  const size = sampled.size();
  const settings = verifying(target, size.radius, limit);
  const refine = (init: Matrix4) => icp({ init }, settings, work, nullRecorder, stop).targetFromSource;
  const score = (at: Matrix4) => scoreOf(sampled.cloud.points, target.tree(), at, limit);
  const home = refine(pose);
  const own = Math.max(score(home), score(pose));
  const starts = startsAround(home, size, seed);
  // Each refinement heeds `stop` itself: once stopped, what is left costs a few milliseconds.
  const ends = [...starts.near, ...starts.far].map((start) => {
    const end = refine(start);
    return { score: score(end) / own, apart: posesApart(home, end, size.centroid, size.radius) };
  });
  if (isStopped(stop)) return nothing;
  const returned = ends.slice(0, starts.near.length).filter(({ apart }) => apart.reach < limit);
  const rivals = ends.filter(({ apart }) => apart.reach >= limit);
  return {
    ...nothing,
    spacing,
    limit,
    fitness: narrow.fitness,
    fitnessBack: behind.fitness,
    sharpness: sharpnessOf(narrow.inliers, wide.inliers, widest.inliers),
    rmse: wide.inlierRmse,
    stiffness: stiffnessAt(pose, work, limit, stop),
    drift: posesApart(home, pose, size.centroid, size.radius),
    returning: returned.length / starts.near.length,
    rival: rivals.length > 0 ? rivals.reduce((a, b) => (b.score > a.score ? b : a)) : null,
  };
}

/** How many times as large the source is as the target. */
export function sizeRatioOf({ source, target }: Prepared): number {
  return source.size().diagonal / target.size().diagonal;
}

/**
 * From the numbers of points within 1, 3 and 6 limits. Outliers lie as densely between 1 and 3 limits from the surface as between 3 and 6, so two thirds
 * of the latter are taken off the former: what is left there are points that should lie on the surface and do not.
 */
export function sharpnessOf(within: number, within3: number, within6: number): number {
  const misfits = Math.max(0, within3 - within - (2 / 3) * (within6 - within3));
  return within > 0 ? within / (within + misfits) : 0;
}

/** Asked anew: the compiler would take what it read before for lasting. */
function isStopped(stop: Stop): boolean {
  return stop.aborted;
}

/** The refinement that verifies: it forgives outliers, and narrows down to the limit. */
function verifying(target: PreparedCloud, radius: number, limit: number): IcpSettings {
  const from = Math.max(0.3 * radius, limit);
  return settingsOf(
    'icp-plane',
    { kernel: 'welsch', scale: { from, to: limit, factor: 0.75 }, maxIterations: 40 },
    target,
  );
}

function stiffnessAt(init: Matrix4, work: Prepared, limit: number, stop: Stop): number {
  const recorder = createRecorder();
  const settings = settingsOf('icp-plane', { maxDistance: limit, maxIterations: 0 }, work.target);
  icp({ init }, settings, work, recorder, stop);
  return recorder.record().eigenvalues[0] ?? 0;
}
