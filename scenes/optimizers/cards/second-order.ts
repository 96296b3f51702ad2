import { rowAt } from '../../../src/optimizers/record.ts';
import type { RunView } from '../runs/runViews.ts';
import type { Evidence, Asked } from './types.ts';
import { at } from './read.ts';

/** Closer to the minimum than this is there. */
const ARRIVED = 1e-3;

interface Three {
  readonly newton: RunView;
  readonly gauss: RunView;
  readonly damped: RunView;
}

/** The three methods on Beale; null where one is switched off or the surface is another. */
function threeOf({ runs, state }: Evidence): Three | null {
  const run = (id: string) => runs.find((one) => one.id === id);
  const [newton, gauss, damped] = [run('newton'), run('gauss-newton'), run('levenberg-marquardt')];
  return state.surface.id === 'beale' && newton && gauss && damped ? { newton, gauss, damped } : null;
}

function arrives({ record }: RunView, { state }: Evidence): boolean {
  const last = record.count - 1;
  if (record.divergedAt !== null) return false;
  return state.surface.minima.some(
    (minimum) => Math.hypot(at(record.x, last, 0) - minimum.at[0], at(record.x, last, 1) - minimum.at[1]) < ARRIVED,
  );
}

const valueAt = ({ record }: RunView, step: number) => record.f[rowAt(record, step) ?? -1] ?? NaN;

/** Newton comes to rest elsewhere, Gauss–Newton cannot move, the damped one arrives. */
function isSo(evidence: Evidence): boolean {
  const three = threeOf(evidence);
  if (!three) return false;
  const { newton, gauss, damped } = three;
  const caught = newton.record.status === 'converged' && !arrives(newton, evidence);
  return caught && gauss.record.secondOrder?.noStep === 'singular' && arrives(damped, evidence);
}

const number = (value: number) => ({ value, digits: 3 });

function plain(evidence: Evidence, step: number) {
  const three = threeOf(evidence);
  if (!three) return null;
  const { newton, gauss, damped } = three;
  const lambda = damped.record.secondOrder?.told['lambda']?.[Math.min(step + 1, damped.record.count - 1)] ?? NaN;
  return {
    text: 'card.second-order.look.plain',
    values: {
      newton: number(valueAt(newton, step)),
      gauss: number(valueAt(gauss, step)),
      damped: number(valueAt(damped, step)),
      lambda: number(lambda),
    },
  } as const;
}

/** Would a second-order method free us of the learning rate? */
export const secondOrder = {
  answers: ['all', 'only-damped', 'none'],
  outcome: (evidence) => {
    const three = threeOf(evidence);
    if (!three) return null;
    const [newton, gauss, damped] = [three.newton, three.gauss, three.damped].map((run) => arrives(run, evidence));
    if (newton && gauss && damped) return 'all';
    if (newton || gauss) return null;
    return damped ? 'only-damped' : 'none';
  },
  claim: isSo,
  plain,
  look: (evidence, step) => {
    const now = plain(evidence, step);
    return now && step > 0 && isSo(evidence) ? { ...now, text: 'card.second-order.look' } : now;
  },
} as const satisfies Asked;
