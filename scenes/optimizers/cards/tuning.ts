import type { Asked, Evidence } from './types.ts';
import { lossAt, runsOn } from './read.ts';

const ids = ['sgd', 'momentum', 'adam'] as const;

/** The best of 60 rates each, as the tuning of the card's scene finds them (test/scenes/cards). */
const TUNED: readonly number[] = [0.003486, 0.002759, 0.9617];

/** f at a step of each, Infinity of one that diverged; null: not all three on Rosenbrock. */
function lossesAt(evidence: Evidence, step: number): readonly number[] | null {
  const runs = runsOn(evidence, 'rosenbrock', ...ids);
  return runs && runs.map(({ record }) => (record.divergedAt === null ? lossAt(record, step) : Infinity));
}

function lowestAt(evidence: Evidence, step: number) {
  const losses = lossesAt(evidence, step);
  const least = losses && Math.min(...losses);
  return least !== null && Number.isFinite(least) ? ids[losses!.indexOf(least)]! : null;
}

/** The scene's own rates, and in the order of what is told: Momentum, Adam, SGD. */
function isSo(evidence: Evidence): boolean {
  const runs = runsOn(evidence, 'rosenbrock', ...ids);
  const [sgd = NaN, momentum = NaN, adam = NaN] = lossesAt(evidence, evidence.state.steps) ?? [];
  return runs !== null && runs.every(({ spec }, i) => spec.params['lr'] === TUNED[i]) && momentum < adam && adam < sgd;
}

const number = (value: number) => ({ value, digits: 3 });

function plain(evidence: Evidence, step: number) {
  const [sgd, momentum, adam] = lossesAt(evidence, step) ?? [];
  if (sgd === undefined || momentum === undefined || adam === undefined) return null;
  const values = { sgd: number(sgd), momentum: number(momentum), adam: number(adam) };
  return { text: 'card.tuning.look.plain', values } as const;
}

/** Is Adam better when all are tuned alike? */
export const tuning = {
  answers: ids,
  outcome: (evidence) => lowestAt(evidence, evidence.state.steps),
  claim: isSo,
  plain,
  look: (evidence, step) => {
    const now = plain(evidence, step);
    return now && step >= evidence.state.steps && isSo(evidence) ? { ...now, text: 'card.tuning.look' } : now;
  },
} as const satisfies Asked;
