import type { Matrix4 } from '../math/matrix4.ts';
import { posesApart, type Apart } from './apart.ts';
import type { CloudSize } from './prepare.ts';
import type { Fit } from './fit.ts';
import { best, type Way } from './ways.ts';

/** What `auto` makes of the pose that it starts from: it alone is refined; it is kept unless something clearly better is found; it plays no part. */
export const startPriors = ['trust', 'try', 'ignore'] as const;
export type StartPrior = (typeof startPriors)[number];

/** From where on a refined start fits: what the verdict calls little and loose would not do. */
const FITS: Fit = { fitness: 0.2, agreement: 0.85 };
/** A start that nobody gave has to fit as it stands, before any refinement: by accident clouds do not lie this well. */
const LIES: Fit = { fitness: 0.2, agreement: 0.9 };
/** Clearly better: the score this many times the start's … */
const SCORE_MARGIN = 1.1;
/** … and fewer contradictions, too: a larger overlap alone is what a row of columns offers everywhere. */
const AGREEMENT_MARGIN = 0.03;

/** Why that way was taken: there was one only; both ended at one pose; and so on, as the names say. */
export type WeighedReason =
  'only' | 'agree' | 'start-fits' | 'start-scores' | 'start-loose' | 'not-given' | 'clearly-better';

/** One of the two poses between which was chosen, on the clouds that the last refinement worked on. */
export interface Candidate extends Fit {
  readonly targetFromSource: Matrix4;
  /** `scoreOf` within half the maximal distance. */
  readonly score: number;
}

/** What a prior weighed: for the reader to see. */
export interface Weighed {
  readonly prior: StartPrior;
  /** Somebody gave the start; else it is how the clouds lie. */
  readonly given: boolean;
  readonly kept: 'start' | 'global';
  readonly why: WeighedReason;
  /** The refined start; null: it was ignored. */
  readonly start: Candidate | null;
  /** The best that was found without trusting it; null: not looked for, or nothing found. */
  readonly global: Candidate | null;
  /** Between the two; null where there is one only. */
  readonly apart: Apart | null;
  /** By how many times the other's score must be the start's to be clearly better, and by how much its agreement greater. */
  readonly margin: { readonly score: number; readonly agreement: number };
}

export interface Weighing {
  readonly prior: StartPrior;
  readonly given: boolean;
  readonly init: Matrix4;
  readonly start: Way | null;
  readonly others: readonly Way[];
  readonly fit: (pose: Matrix4) => Fit;
  /** Of the source. */
  readonly size: CloudSize;
  /** Nearer poses are one. */
  readonly limit: number;
}

/**
 * Chooses between the refined start and what was found elsewhere. A start that fits stays, unless the other lays clearly more of the source on the target *and* leaves fewer points beside it:
 * where a scene repeats itself, or is flat, overlap alone says nothing. A start that was not given has a vote only where the clouds fit as they lie.
 */
export function weigh(asked: Weighing): { way: Way; weighed: Weighed } {
  const { prior, given, start, others, fit, size, limit } = asked;
  const other = others.length > 0 ? best(others) : null;
  const candidates = { start: start && candidateOf(start, fit), global: other && candidateOf(other, fit) };
  const apart = start && other && posesApart(start.pose, other.pose, size.centroid, size.radius);
  const margin = { score: SCORE_MARGIN, agreement: AGREEMENT_MARGIN };
  const say = (kept: Weighed['kept'], why: WeighedReason, way: Way) => ({
    way,
    weighed: { prior, given, kept, why, ...candidates, apart, margin },
  });
  if (!start || !candidates.start) return say('global', 'only', other!);
  if (!other || !candidates.global || !apart) return say('start', 'only', start);
  if (apart.reach < limit) return say('start', 'agree', best([start, other]));
  if (start.score >= other.score) return say('start', 'start-scores', start);
  if (!reaches(candidates.start, FITS)) return say('global', 'start-loose', other);
  if (!given && !lies(asked, start)) return say('global', 'not-given', other);
  const clearly =
    candidates.global.score > SCORE_MARGIN * candidates.start.score &&
    candidates.global.agreement > candidates.start.agreement + AGREEMENT_MARGIN;
  return clearly ? say('global', 'clearly-better', other) : say('start', 'start-fits', start);
}

/** What was weighed when the verdict has found better than either: that takes the place of what was found without trusting the start. */
export function overruled(weighed: Weighed, way: Way, fit: Weighing['fit'], size: CloudSize): Weighed {
  const { start } = weighed;
  return {
    ...weighed,
    kept: 'global',
    why: start ? 'clearly-better' : 'only',
    global: candidateOf(way, fit),
    apart: start && posesApart(start.targetFromSource, way.pose, size.centroid, size.radius),
  };
}

function candidateOf(way: Way, fit: Weighing['fit']): Candidate {
  return { targetFromSource: way.pose, score: way.score, ...fit(way.pose) };
}

/** The clouds fit as they lie, and refinement leaves them there. */
function lies({ init, fit, size, limit }: Weighing, { pose }: Way): boolean {
  return posesApart(init, pose, size.centroid, size.radius).reach < limit && reaches(fit(init), LIES);
}

function reaches(fit: Fit, least: Fit): boolean {
  return fit.fitness >= least.fitness && fit.agreement >= least.agreement;
}
