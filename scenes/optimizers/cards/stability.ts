import { limitOf } from '../../../src/jobs/tuning/limit.ts';
import type { RunView } from '../runs/runViews.ts';
import type { Asked, Evidence } from './types.ts';
import { at, lossAt, runsOn } from './read.ts';

/** What a swing does on the whole: y at the end against y at the start. */
function flies({ record }: RunView): boolean | null {
  if (record.divergedAt !== null) return true;
  const [first, last] = [Math.abs(at(record.x, 0, 1)), Math.abs(at(record.x, record.count - 1, 1))];
  return first > 0 ? last > first : null;
}

function pairOf(evidence: Evidence) {
  const pair = runsOn(evidence, 'bowl', 'sgd', 'momentum');
  return pair && { sgd: pair[0], momentum: pair[1] };
}

/** Both have a limit, they are set alike, and SGD's alone is exceeded. */
function isSo(evidence: Evidence): boolean {
  const pair = pairOf(evidence);
  if (!pair) return false;
  const { sgd, momentum } = pair;
  const lr = sgd.spec.params['lr']!;
  const between = lr > limitOf(sgd.spec, []) && lr < limitOf(momentum.spec, []);
  return between && momentum.spec.params['lr'] === lr && flies(sgd) === true && flies(momentum) === false;
}

function plain(evidence: Evidence, step: number) {
  const pair = pairOf(evidence);
  if (!pair) return null;
  const [sgd, momentum] = [lossAt(pair.sgd.record, step), lossAt(pair.momentum.record, step)];
  const values = { sgd: { value: sgd, digits: 3 }, momentum: { value: momentum, digits: 3 } };
  return { text: 'card.stability.look.plain', values } as const;
}

/** Does momentum stand a larger learning rate, or a smaller one? */
export const stability = {
  answers: ['both', 'only-sgd', 'only-momentum'],
  outcome: (evidence) => {
    const pair = pairOf(evidence);
    if (!pair) return null;
    const [sgd, momentum] = [flies(pair.sgd), flies(pair.momentum)];
    if (sgd === null || momentum === null || (!sgd && !momentum)) return null;
    return sgd && momentum ? 'both' : sgd ? 'only-sgd' : 'only-momentum';
  },
  claim: isSo,
  plain,
  look: (evidence, step) => {
    const [pair, now] = [pairOf(evidence), plain(evidence, step)];
    if (!pair || !now || !isSo(evidence) || step === 0) return now;
    return {
      text: 'card.stability.look',
      values: {
        ...now.values,
        limit: { value: limitOf(pair.sgd.spec, []), digits: 3 },
        higher: { value: limitOf(pair.momentum.spec, []), digits: 3 },
      },
    };
  },
} as const satisfies Asked;
