import { limitOf } from '../../../src/jobs/tuning/limit.ts';
import type { OptimizerRecord } from '../../../src/optimizers/record.ts';
import type { Live } from '../../../src/ui/cards/types.ts';
import type { Asked, Evidence } from './types.ts';
import { at, lossAt, runsOn } from './read.ts';

/** Below this f counts as down. */
const DOWN = 0.1;

const threeOf = (evidence: Evidence) => runsOn(evidence, 'booth', 'sgd', 'adam', 'polyak');

const isDown = (record: OptimizerRecord) => record.divergedAt === null && lossAt(record, record.count - 1) < DOWN;

/** Polyak's rate at a row, f_min being 0: (f − f_min)/|∇f|². */
function rateAt(record: OptimizerRecord, step: number): number {
  const row = Math.min(step, record.count - 1);
  return lossAt(record, row) / (at(record.g, row, 0) ** 2 + at(record.g, row, 1) ** 2);
}

function isSo(evidence: Evidence): boolean {
  const three = threeOf(evidence);
  if (!three) return false;
  const [sgd, adam, polyak] = three;
  return sgd.record.divergedAt !== null && isDown(adam.record) && isDown(polyak.record);
}

const number = (value: number) => ({ value, digits: 3 });

function plain(evidence: Evidence, step: number) {
  const three = threeOf(evidence);
  if (!three) return null;
  const [sgd, adam, polyak] = three.map(({ record }) => number(lossAt(record, step))) as [Live, Live, Live];
  return { text: 'card.own-rate.look.plain', values: { sgd, adam, polyak } } as const;
}

/** Who needs no learning rate? */
export const ownRate = {
  answers: ['all', 'all-but-sgd', 'only-polyak'],
  outcome: (evidence) => {
    const three = threeOf(evidence);
    if (!three) return null;
    const [sgd, adam, polyak] = three.map(({ record }) => isDown(record));
    if (!polyak) return null;
    return sgd && adam ? 'all' : adam ? 'all-but-sgd' : sgd ? null : 'only-polyak';
  },
  claim: isSo,
  plain,
  look: (evidence, step) => {
    const [three, now] = [threeOf(evidence), plain(evidence, step)];
    if (!three || !now) return null;
    const [sgd, , polyak] = three;
    const rate = rateAt(polyak.record, step);
    // The quotient is Polyak's rate where nothing is made of it, nor of the slope.
    const whole = polyak.spec.params['lr'] === 1 && Object.keys(evidence.state.disturbance).length === 0;
    if (!whole || !isSo(evidence) || !Number.isFinite(rate)) return now;
    const limit = limitOf(sgd.spec, evidence.state.surface.minima);
    return { text: 'card.own-rate.look', values: { ...now.values, rate: number(rate), limit: number(limit) } };
  },
} as const satisfies Asked;
