import { LEAST_POINTS, isRigid, type Elsewhere, type Evidence } from './evidence.ts';
import type { Apart } from './apart.ts';
import { isAsGood, isBetter, isOtherSide, isResized, isUnlike, isWhole } from './rival/compare.ts';
import { contradiction } from './rival/laid.ts';
import { factorOf } from './rival/similarity.ts';
import { thresholds } from './thresholds.ts';
import type { Alternative, AlternativeKind, Judgement, ReasonId, Verdict } from './types.ts';

/** How far apart, in limits, two poses are two. */
const TWO = 2;
/** Of six poses along a motion, so many fit as well where it is free: a period of what repeats fits by chance. */
const FREE = 3;
/** Alternatives that are named. */
const NAMED = 6;
const DEGREES = 180 / Math.PI;

/**
 * Good, ambiguous, doubtful or failed, by the first of the reasons that holds; those that refute come before those that cast doubt. Pure: all that it
 * knows is the evidence.
 */
export function judge(evidence: Evidence): Judgement {
  const { points, sizeRatio, fitness, limit, rmse, spacing, stiffness, sharpness, drift } = evidence;
  const t = thresholds;
  const say = (
    verdict: Verdict,
    reason: ReasonId,
    values: Judgement['values'] = {},
    alternatives: readonly Elsewhere[] = [],
  ): Judgement => ({
    verdict,
    reason,
    values: { sizeRatio, ...values },
    alternatives: alternatives.slice(0, NAMED).map(alternativeOf),
  });
  const elsewhere = ({ angle, shift }: Apart) => ({ degrees: angle * DEGREES, shift });

  if (!evidence.finite) return say('failed', 'not-finite');
  if (points < LEAST_POINTS) return say('failed', 'few-inliers', { points });
  if (drift === null || evidence.laid === null) return say('failed', 'unfinished');
  const moved = drift.reach / limit;
  const restless = (verdict: Verdict) =>
    say(verdict, evidence.converged ? 'starts-disagree' : 'unfinished', elsewhere(drift));
  const sparse = (verdict: Verdict) => say(verdict, 'few-inliers', { fitness, limit });
  const loose = (verdict: Verdict) => say(verdict, 'large-residuals', { rmse, spacing });

  const own = contradiction(evidence.laid);
  const rigid = evidence.rivals
    .filter(({ kind, apart }) => isRigid(kind) && apart.reach >= TWO * limit)
    .sort((a, b) => b.share - a.share);
  const better = distinct(
    rigid.filter((rival) => isBetter(rival, own) && !isOtherSide(rival, own)),
    TWO * limit,
  );
  // What is free is told first: of all the places that it leads to, others may lie as well.
  const isFree = ({ kind }: Elsewhere) => kind === 'axis' || kind === 'slide';
  const most = isWhole(evidence.laid) ? t.wholly : t.asWell;
  const good = rigid.filter((rival) => isAsGood(rival, most));
  const free = good.filter(isFree);
  const asWell = distinct(
    [...(free.length >= FREE ? free : []), ...good.filter((rival) => !isFree(rival))],
    TWO * limit,
  );
  const best = Math.max(1, ...asWell.map(({ share }) => share), ...better.map(({ share }) => share));
  const closest = Math.min(1, ...asWell.map(({ looseness }) => looseness));
  const unlike = evidence.rivals
    .filter((rival) => isUnlike(rival, best, closest) || isResized(rival, TWO * limit))
    .sort((a, b) => b.share - a.share)
    .slice(0, 1);

  if (fitness < t.fitness.failed) return sparse('failed');
  if (sharpness < t.sharpness.failed) return loose('failed');
  if (unlike[0]) {
    const { kind, share, targetFromSource } = unlike[0];
    return say(
      share > t.unlike.failed ? 'failed' : 'doubtful',
      reasons[kind],
      { factor: factorOf(targetFromSource) },
      unlike,
    );
  }
  if (better[0]) {
    const much = better.some(({ share }) => share > t.better.failed);
    return say(much ? 'failed' : 'doubtful', 'starts-disagree', elsewhere(better[0].apart), better);
  }
  const sliding = stiffness < t.stiffness.free && asWell.length > 0;
  if (moved > t.drift.failed && !sliding) return restless('failed');
  if (moved > t.drift.doubtful && !sliding) return restless('doubtful');
  if (sharpness < t.sharpness.doubtful) return loose('doubtful');
  const alike = rigid.find(
    ({ share, looseness, contradiction: its }) =>
      share > t.resemblance.share && looseness < t.resemblance.looseness && its < t.resemblance.excess,
  );
  const resembling = sharpness < t.resemblance.sharpness && !asWell[0];
  if (evidence.lacking > t.lacking.doubtful) return say('doubtful', 'things-missing', { lacking: evidence.lacking });
  if (resembling && own > t.resemblance.contradiction) return loose('doubtful');
  if (resembling && alike) return say('doubtful', 'starts-disagree', elsewhere(alike.apart));
  if (fitness < t.fitness.doubtful) return sparse('doubtful');
  if (asWell[0]) {
    const first = alternativeOf(asWell[0]);
    return say('ambiguous', reasons[first.kind], numbersOf(first), asWell);
  }
  if (stiffness < t.stiffness.doubtful) return say('doubtful', 'unconstrained', { stiffness });
  return say('good', 'agrees', { fitness, limit });
}

/** None within `apart` of one before it. */
function distinct(rivals: readonly Elsewhere[], apart: number): readonly Elsewhere[] {
  const kept: Elsewhere[] = [];
  for (const rival of rivals) {
    if (kept.every((other) => placesApart(other, rival) > apart)) kept.push(rival);
  }
  return kept;
}

/** How far apart two rivals' matrices are, at least: by where they take the origin's surroundings. Coarse and cheap. */
function placesApart(a: Elsewhere, b: Elsewhere): number {
  const shift = Math.hypot(...[3, 7, 11].map((k) => a.targetFromSource[k]! - b.targetFromSource[k]!));
  const turn = Math.hypot(...[0, 1, 2, 4, 5, 6, 8, 9, 10].map((k) => a.targetFromSource[k]! - b.targetFromSource[k]!));
  return shift + turn * Math.max(a.apart.reach, b.apart.reach);
}

/** How far a pose may be turned from another and still be called shifted, and the other way round in radii … */
const SHIFTED = 5 / DEGREES;

function alternativeOf({ kind, targetFromSource, share, apart, way }: Elsewhere): Alternative {
  return {
    kind: kindOf(kind, apart),
    targetFromSource,
    share,
    degrees: apart.angle * DEGREES,
    shift: way,
    factor: kind === 'scale' ? factorOf(targetFromSource) : 1,
  };
}

/** By what leads there, not by how it was found: a start that was turned may end beside the pose. */
function kindOf(kind: AlternativeKind, { angle }: Apart): AlternativeKind {
  if (kind === 'shift' || kind === 'turn' || kind === 'elsewhere') return angle < SHIFTED ? 'shift' : 'turn';
  return kind;
}

const reasons: Readonly<Record<AlternativeKind, ReasonId>> = {
  shift: 'shifted',
  turn: 'turned',
  axis: 'turns-freely',
  slide: 'slides-freely',
  elsewhere: 'fits-elsewhere',
  mirror: 'mirrored',
  scale: 'scaled',
};

/** Cosine between a shift and an axis of the target's frame from which on it is called by the axis. */
const ALONG = 0.98;

function numbersOf({ degrees, shift, factor }: Alternative): Judgement['values'] {
  const length = Math.hypot(...shift);
  const axis = shift.findIndex((part) => Math.abs(part) > ALONG * length);
  return { degrees, shift: length, factor, ...(axis < 0 ? {} : { axis }) };
}
