import { invertRigid, type Matrix4 } from '../math/matrix4.ts';
import { createRng } from '../math/rng.ts';
import { posesApart, type Apart } from './apart.ts';
import { evaluate } from './evaluate.ts';
import { icp } from './icp.ts';
import { settingsOf } from './recipes.ts';
import { prepareCloud, type Prepared } from './prepare.ts';
import { createRecorder } from './recorder.ts';
import {
  apartOf,
  endsOf,
  globalRivals,
  refinerOf,
  rigidRival,
  wayBetween,
  type Ground,
  type Rival,
} from './rival/ends.ts';
import { freedomsAt } from './rival/freedom.ts';
import { lackingAt } from './rival/lacking.ts';
import { supportOf, telling } from './rival/support.ts';
import { contradiction, layingOf, type Laid } from './rival/laid.ts';
import { rivalStarts, spreadSample, startsAround } from './rivals.ts';
import { sampleOf, thinned } from './sample.ts';
import type { AlternativeKind, Stop } from './types.ts';

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
  /** How far a robust refinement takes the pose where it gains by it: along a corridor it slides for nothing. null where it was not tried. */
  readonly drift: Apart | null;
  /** How the clouds lie on each other at the pose, seen from both; null where it was not tried. */
  readonly laid: Laid | null;
  /** Part of what they could have in common there that only one has, as whole things: `lackingAt`. */
  readonly lacking: number;
  /** Where else they lie, the same for every seed. */
  readonly rivals: readonly Elsewhere[];
}

/** A rival, and how it compares with the refined pose. */
export interface Elsewhere extends Rival {
  readonly apart: Apart;
  /** Where the source's centroid goes from the one to the other, in the target's frame. */
  readonly way: readonly [number, number, number];
  /** Its score by the pose's own. */
  readonly share: number;
  /** How much more of what the clouds could have in common they contradict each other in there. */
  readonly contradiction: number;
  /** Its depth by the pose's own: above 1 it lies more loosely. */
  readonly looseness: number;
  /** Which part it loses of what both clouds see from the same side; below 0 it gains. */
  readonly averted: number;
  /** By how much more of the points that tell poses apart speak for the pose than for it (`telling`). */
  readonly unsupported: number;
}

const MOST_POINTS = 12_000;
const SAMPLE = 600;
/** What the refinement of the pose itself begins with, in limits: it settles, and goes nowhere else. */
const HOMING = 2;
/** A pose that has this part of the refined one's score is at rest. */
const SETTLED = 0.95;
const still: Apart = { angle: 0, shift: 0, reach: 0 };
/** Motions less stiff than this are tried as far as they go. */
const FREE = 0.02;
/** Rivals with more than this part of the pose's score have a say in what tells poses apart. */
const TELLING = 0.3;
/** Points of each cloud that poses are measured by. */
const MEASURED = 1200;
export const LEAST_POINTS = 10;

/**
 * Looks at a pose from all sides at bounded cost (well under a second for clouds of any size): both clouds averaged to at most 12,000 points, 600
 * source points drawn by the seed, refined anew from the pose itself and from eighteen starts around it.
 */
export function gatherEvidence(
  prepared: Prepared,
  found: { readonly targetFromSource: Matrix4; readonly converged: boolean },
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
    laid: null,
    lacking: 0,
    rivals: [],
  };
  if (!nothing.finite || points < LEAST_POINTS || stop.aborted) return nothing;
  const { source, target } = thinned(prepared, MOST_POINTS);
  const spacing = Math.max(source.spacing(), target.spacing());
  const limit = Math.max(source.spacing(), 2 * target.spacing());
  // All points on one spot are one point.
  if (!(limit > 0)) return { ...nothing, points: 1 };
  const sampled = prepareCloud({
    points: sampleOf(source.cloud.points, SAMPLE, createRng(1, 'evidence', 'source')),
  });
  const back = sampleOf(target.cloud.points, SAMPLE, createRng(1, 'evidence', 'target'));
  const work = { source: sampled, target };
  const narrow = evaluate(sampled.cloud.points, target.tree(), pose, limit);
  const wide = evaluate(sampled.cloud.points, target.tree(), pose, 3 * limit);
  const widest = evaluate(sampled.cloud.points, target.tree(), pose, 6 * limit);
  const behind = evaluate(back, source.tree(), invertRigid(pose), Math.max(2 * source.spacing(), limit));

  const size = sampled.size();
  const measured = { source: spreadSample(source, MEASURED), target: spreadSample(target, MEASURED) };
  const lay = layingOf({ source, target }, measured, {
    source: limit,
    target: Math.max(2 * source.spacing(), limit),
  });
  const ground: Ground = { work, lay, limit, stop };
  const refine = refinerOf(ground);
  const home = refine(pose, HOMING * limit);
  const own = lay(home);
  const far = Math.max(0.3 * size.radius, limit);
  const around = startsAround(home, size, 1);
  const freedoms = freedomsAt(home, measured.source, target, limit);
  // Each refinement heeds `stop` itself: once stopped, what is left costs a few milliseconds.
  const ends = [
    ...[pose, ...around.near].map((start) => rigidRival('elsewhere', refine(start, far), ground)),
    ...around.far.map((start) => rigidRival('elsewhere', refine(start, far), ground)),
    ...freedoms
      .filter(({ stiffness }) => stiffness < FREE)
      .flatMap(({ kind, poses }) => poses.map((there) => rigidRival(kind, there, ground))),
    ...endsOf(
      [
        ...rivalStarts({ source, target }, home, limit),
        ...globalRivals({ source, target }, 'elsewhere', stop),
        ...globalRivals({ source, target }, 'mirror', stop),
      ],
      ground,
    ),
  ];
  const rivals = ends.map((rival) => ({
    ...rival,
    ...compared(rival, own),
    apart: apartOf(home, rival.targetFromSource, size),
    way: wayBetween(home, rival.targetFromSource, size),
  }));
  const others = rivals.filter(
    ({ kind, share, apart }) => isRigid(kind) && share > TELLING && apart.reach >= 2 * limit,
  );
  const weights = telling(
    others.map(({ laid }) => laid),
    own.says.length,
  );
  const supported = supportOf(own, weights);
  const judged = rivals.map((rival) => ({ ...rival, unsupported: supported - supportOf(rival.laid, weights) }));
  if (isStopped(stop)) return nothing;
  return {
    ...nothing,
    spacing,
    limit,
    fitness: narrow.fitness,
    fitnessBack: behind.fitness,
    sharpness: sharpnessOf(narrow.inliers, wide.inliers, widest.inliers),
    rmse: wide.inlierRmse,
    stiffness: stiffnessAt(pose, work, limit, stop),
    drift: lay(pose).score > SETTLED * own.score ? still : posesApart(home, pose, size.centroid, size.radius),
    laid: own,
    lacking: lackingAt(own, [measured.source.points, measured.target.points]),
    rivals: judged,
  };
}

function compared({ laid }: Rival, own: Laid) {
  return {
    share: own.score > 0 ? laid.score / own.score : Infinity,
    contradiction: contradiction(laid) - contradiction(own),
    looseness: own.depth > 0 ? laid.depth / own.depth : 1,
    averted: own.facing > 0 ? 1 - laid.facing / own.facing : 0,
  };
}

/** Whether a kind of rival is another pose of the same thing. */
export function isRigid(kind: AlternativeKind): boolean {
  return kind !== 'mirror' && kind !== 'scale';
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

function stiffnessAt(init: Matrix4, work: Prepared, limit: number, stop: Stop): number {
  const recorder = createRecorder();
  const settings = settingsOf('icp-plane', { maxDistance: limit, maxIterations: 0 }, work.target);
  icp({ init }, settings, work, recorder, stop);
  return recorder.record().eigenvalues[0] ?? 0;
}
