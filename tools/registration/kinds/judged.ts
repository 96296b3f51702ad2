import { identity, type Matrix4 } from '../../../src/math/matrix4.ts';
import { auto } from '../../../src/registration/auto.ts';
import { gatherEvidence } from '../../../src/registration/evidence.ts';
import { prepare } from '../../../src/registration/prepare.ts';
import { nullRecorder } from '../../../src/registration/recorder.ts';
import type { Judgement } from '../../../src/registration/types.ts';
import { judge } from '../../../src/registration/verdict.ts';
import { isRight, type Kind } from './kind.ts';

/** One pose of one pair, judged. */
export interface Judged {
  /** `auto`'s answer, the truth itself, or a pose handed in. */
  readonly pose: 'auto' | 'truth' | 'given';
  readonly right: boolean;
  readonly judgement: Judgement;
}

const running = { aborted: false };

/** Every pose of a pair of the kind: `auto`'s, the right one where there is one, and those that the pair hands in. */
export function* judgedPair(kind: Kind, seed: number, index: number): Generator<Judged> {
  const pair = kind.pair(seed, index);
  const found = auto(
    { source: pair.source, target: pair.target, init: identity() },
    { seed, voxel: null, maxDistance: null },
    nullRecorder,
    running,
  );
  yield { pose: 'auto', right: isRight(found.targetFromSource, pair), judgement: found.judgement };
  const prepared = prepare(pair);
  const judged = (pose: Judged['pose'], targetFromSource: Matrix4): Judged => ({
    pose,
    right: isRight(targetFromSource, pair),
    judgement: judge(gatherEvidence(prepared, { targetFromSource, converged: true }, running)),
  });
  if (pair.truths[0]) yield judged('truth', pair.truths[0]);
  for (const given of pair.given) yield judged('given', given);
}
