import { LEAST_POINTS, isRigid, type Elsewhere, type Evidence } from './evidence.ts';
import type { Apart } from './apart.ts';
import { contradiction } from './rival/laid.ts';
import { factorOf } from './rival/similarity.ts';
import type { Alternative, AlternativeKind, Judgement, ReasonId, Verdict } from './types.ts';

/**
 * From where on evidence speaks against a pose, and from where on it refutes it. Chosen on seeds 1 and 1000 to 1002 of tools/registration/verdict-table.mjs, which
 * prints what they come to on others.
 */
export const thresholds = {
  /** Share of the source laid on the target: less is little. */
  fitness: { doubtful: 0.2, failed: 0.12 },
  /** Right poses of the LiDAR pair have 0.8 and more; noise of half a limit gives about as much. */
  sharpness: { doubtful: 0.75, failed: 0.5 },
  /** Right poses have 0.016 and more, a noisy plane on a plane some 1e-5. Below `free` a refinement may slide for nothing. */
  stiffness: { doubtful: 2e-3, free: 1e-2 },
  /** In limits. A pose may be right to within them, and a plain ICP's is drawn off by outliers. */
  drift: { doubtful: 1.6, failed: 4 },
  /** A pose elsewhere that fits as well: how much of the pose's score it has at least, and what it may be worse by at most. */
  asWell: { share: 0.33, contradiction: 0.008, looseness: 1.18, averted: 0.88, unsupported: 0.02 },
  /**
   * Where all of either cloud lies on the other, nothing but itself supports the pose: two sides of a house that half a turn lays on each other. No right pose of a thing without a symmetry has had
   * a rival that came near.
   */
  wholly: { seen: 0.97, contradiction: 0.012, unsupported: 0.1 },
  /** One that fits better lies as closely and is contradicted so much less (and by that part of the pose's own contradiction), or lays on so many times as much … */
  better: { share: 0.5, looseness: 1.1, contradiction: 0.03, ofOwn: 0.3, failed: 2.2, excess: 0.05, support: 0.08 },
  /** … or lies that much more closely, with so much of the score: a rigid pose, and a mirror image or another size. */
  closer: { looseness: 0.55, share: 0.4, contradiction: 0.01, unsupported: 0.03 },
  closerUnlike: { looseness: 0.65, share: 0.85, contradiction: 0.01, unsupported: 0.03 },
  /** A mirror image or another size must do so much better than any rigid pose; sizes within `factor` (a logarithm) are one. */
  unlike: { share: 1.08, contradiction: 0.003, unsupported: 0.005, looseness: 1.05, failed: 1.3, factor: 0.008 },
  /** Another size about the pose itself, of which the pose is one: it lies that much more closely, on no less. */
  resized: { share: 1, looseness: 0.92, contradiction: 0.003 },
  /** Whole things that only one cloud has, where both have looked. */
  lacking: { doubtful: 0.02 },
  /** Two shapes that merely resemble each other (two bumpy balls, two room corners) lie loosely, and contradict each other much or lie nearly as well elsewhere. */
  resemblance: { sharpness: 0.9, share: 0.7, looseness: 1.5, contradiction: 0.12, excess: 0.03 },
} as const;

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
    rigid.filter((rival) => isBetter(rival, own)),
    TWO * limit,
  );
  // What is free is told first: of all the places that it leads to, others may lie as well.
  const isFree = ({ kind }: Elsewhere) => kind === 'axis' || kind === 'slide';
  const wholly = evidence.laid.on + evidence.laid.off > t.wholly.seen;
  const good = rigid.filter((rival) => isAsGood(rival, wholly ? t.wholly : t.asWell));
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

/** Lies as closely, contradicts as little, is not laid on the other's back, and what tells poses apart speaks for neither. */
function isAsGood(
  { share, contradiction, looseness, averted, unsupported }: Elsewhere,
  most: Readonly<Record<'contradiction' | 'unsupported', number>>,
): boolean {
  const t = thresholds.asWell;
  return (
    share >= t.share &&
    contradiction <= most.contradiction &&
    looseness <= t.looseness &&
    averted <= t.averted &&
    unsupported <= most.unsupported
  );
}

/** Contradicts clearly less, or lays on much more and contradicts hardly more, or lies much more closely. */
function isBetter(rival: Elsewhere, own: number): boolean {
  const { share, contradiction, looseness, averted, unsupported } = rival;
  const t = thresholds.better;
  if (looseness > t.looseness || averted > thresholds.asWell.averted) return false;
  const less = contradiction < -Math.max(t.contradiction, t.ofOwn * own);
  const more = share >= t.failed && contradiction <= t.excess && unsupported < -t.support;
  return (share >= t.share && less && unsupported <= 0) || more || isCloser(rival, thresholds.closer, 1, 1);
}

type Closer = Readonly<Record<'looseness' | 'share' | 'contradiction' | 'unsupported', number>>;

function isCloser(
  { share, contradiction, looseness, unsupported }: Elsewhere,
  t: Closer,
  best: number,
  closest: number,
): boolean {
  return (
    looseness < t.looseness * closest &&
    share > t.share * best &&
    contradiction <= t.contradiction &&
    unsupported <= t.unsupported
  );
}

/** A mirror image or another size that does clearly better than the best rigid pose and the closest. */
function isUnlike(rival: Elsewhere, best: number, closest: number): boolean {
  const { kind, share, contradiction, unsupported, looseness, averted, targetFromSource } = rival;
  const t = thresholds.unlike;
  if (isRigid(kind)) return false;
  if (kind === 'scale' && Math.abs(Math.log(factorOf(targetFromSource))) < t.factor) return false;
  if (averted > thresholds.asWell.averted) return false;
  return (
    (share > t.share * best &&
      contradiction <= t.contradiction &&
      unsupported <= t.unsupported &&
      looseness <= t.looseness) ||
    isCloser(rival, thresholds.closerUnlike, best, closest)
  );
}

/** Another size about the pose itself, of which the pose is one: with more to choose from it lies a little more closely in any case, and here clearly more. */
function isResized(
  { kind, share, contradiction, looseness, apart, targetFromSource }: Elsewhere,
  near: number,
): boolean {
  const t = thresholds.resized;
  if (kind !== 'scale' || apart.reach >= near) return false;
  if (Math.abs(Math.log(factorOf(targetFromSource))) < thresholds.unlike.factor) return false;
  return share > t.share && contradiction <= t.contradiction && looseness < t.looseness;
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
