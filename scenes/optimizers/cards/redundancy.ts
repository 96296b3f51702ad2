import { eigenOf } from '../../../src/math/bend.ts';
import type { OptimizerRecord } from '../../../src/optimizers/record.ts';
import type { Evidence, Asked } from './types.ts';
import { at } from './read.ts';
import { heads, REDUNDANT } from './tour.ts';

const { judgedAt: JUDGED } = heads.redundancy;

function pairOf({ runs, state }: Evidence) {
  const run = (id: string) => runs.find((one) => one.id === id);
  const [plain, damped] = [run('gauss-newton'), run('levenberg-marquardt')];
  return state.surface.formula === REDUNDANT && plain && damped ? { plain: plain.record, damped: damped.record } : null;
}

const productAt = ({ x, count }: OptimizerRecord, step: number) =>
  at(x, Math.min(step, count - 1), 0) * at(x, Math.min(step, count - 1), 1);

const solves = (record: OptimizerRecord) =>
  record.divergedAt === null && Math.abs(productAt(record, record.count - 1) - 1) < 1e-3;

/** λ at a step, and the rank of JᵀJ there. */
function dampingAt({ count, secondOrder }: OptimizerRecord, step: number) {
  const row = Math.min(step, count - 2);
  const lambda = secondOrder?.told['lambda']?.[row + 1] ?? NaN;
  const [xx = NaN, xy = NaN, yy = NaN] = secondOrder?.model.subarray(3 * row, 3 * row + 3) ?? [];
  const { smallest, largest } = eigenOf({ xx: xx - 2 * lambda, xy, yy: yy - 2 * lambda });
  const isThere = (eigenvalue: number) => eigenvalue > 1e-9 * largest + 1e-9 * lambda;
  const rank = [smallest, largest].filter(isThere).length;
  return { lambda, rank: Number.isFinite(largest) ? rank : NaN };
}

/** Gauss–Newton has no step to take, JᵀJ rank 1 all along the damped run, which finds an answer. */
function isSo(evidence: Evidence): boolean {
  const pair = pairOf(evidence);
  if (!pair) return false;
  const ranks = Array.from({ length: JUDGED }, (_, step) => dampingAt(pair.damped, step).rank);
  return pair.plain.secondOrder?.noStep === 'singular' && solves(pair.damped) && ranks.every((rank) => rank === 1);
}

/** How far the damped one has come, which is not asked about. */
function plain(evidence: Evidence, step: number) {
  const pair = pairOf(evidence);
  if (!pair || !isSo(evidence)) return null;
  const { lambda } = dampingAt(pair.damped, step);
  return {
    text: 'card.redundancy.look.plain',
    values: { lambda: { value: lambda, digits: 3 }, product: { value: productAt(pair.damped, step), digits: 4 } },
  } as const;
}

/** Redundancy is the enemy: what becomes of Gauss–Newton where one parameter is too many. */
export const redundancy = {
  answers: ['finds', 'no-step', 'flies'],
  outcome: (evidence) => {
    const pair = pairOf(evidence);
    if (!pair) return null;
    if (pair.plain.secondOrder?.noStep === 'singular') return 'no-step';
    if (pair.plain.divergedAt !== null) return 'flies';
    return solves(pair.plain) ? 'finds' : null;
  },
  claim: isSo,
  plain,
  look: (evidence, step) => {
    const [pair, now] = [pairOf(evidence), plain(evidence, step)];
    if (!pair || !now) return null;
    const { rank } = dampingAt(pair.damped, step);
    return { text: 'card.redundancy.look', values: { ...now.values, rank: { value: rank } } };
  },
} as const satisfies Asked;
