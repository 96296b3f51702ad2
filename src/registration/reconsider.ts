import { posesApart } from './apart.ts';
import { gatherEvidence } from './evidence.ts';
import { tapeFor } from './tape.ts';
import type { Judgement, Recorder, Stop, Verdict } from './types.ts';
import { judge } from './verdict.ts';
import { refined, type Level, type Way } from './ways.ts';

/** A way, and what is to be thought of where it ends. */
export interface Judged {
  readonly way: Way;
  readonly judgement: Judgement;
}

/** Poses that are gone to in turn: each costs a refinement and a verdict of its own. */
const MOVES = 3;
const ranks: Readonly<Record<Verdict, number>> = { good: 0, ambiguous: 1, doubtful: 2, failed: 3 };

/** The verdict at the end of a way. */
export function judgedAt(level: Level, way: Way, stop: Stop): Judged {
  const found = { targetFromSource: way.pose, converged: way.converged };
  return { way, judgement: judge(gatherEvidence(level.clouds, found, stop)) };
}

/**
 * Takes the verdict at its word: where it knows a rival that fits clearly better, that one is refined and judged in its turn. What a search by overlap misses
 * is found so (the one shift of a colonnade at which its statue stands in both scans), at no cost where a pose is right. Moves only to a better verdict.
 */
export function reconsidered(level: Level, first: Judged, recorder: Recorder, stop: Stop): Judged {
  const { centroid, radius } = level.clouds.source.size();
  const seen = [first.way.pose];
  let [best, last] = [first, first];
  for (let move = 0; move < MOVES && !stop.aborted; move++) {
    const { reason, alternatives } = last.judgement;
    if (reason !== 'starts-disagree') break;
    const next = alternatives.find(({ targetFromSource }) =>
      seen.every((pose) => posesApart(pose, targetFromSource, centroid, radius).reach > level.maxDistance),
    );
    if (!next) break;
    const start = { pose: next.targetFromSource, iterations: 0, tape: tapeFor(recorder) };
    last = judgedAt(level, refined(level, start, stop), stop);
    seen.push(next.targetFromSource);
    if (ranks[last.judgement.verdict] < ranks[best.judgement.verdict]) best = last;
  }
  return best;
}
