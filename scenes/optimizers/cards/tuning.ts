import { paramsOf } from '../../../src/optimizers/index.ts';
import type { RunView } from '../runs/runViews.ts';
import type { Asked, Evidence } from './types.ts';
import { lossAt, runsOn } from './read.ts';
import { heads } from './tour.ts';

const ids = ['sgd', 'momentum', 'adam'] as const;

/** The best of 60 rates each, as the tuning of the card's scene finds them (test/scenes/cards). */
const TUNED: readonly number[] = [0.003486, 0.002759, 0.9617];
/** Of that tuning. */
const START = [-1.2, 1] as const;

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

/** What a rate was tuned for: nothing else than the rate is set, and the start is the card's. */
function isTuned({ spec }: RunView, lr: number | undefined): boolean {
  const { optimizer, semantics, params, start, disturbance = {} } = spec;
  const usual = paramsOf(optimizer, semantics);
  const untouched = Object.entries(params).every(
    ([name, value]) => value === (name === 'lr' ? lr : usual[name]?.default),
  );
  const there = start[0] === START[0] && start[1] === START[1];
  return untouched && there && semantics === 'torch' && Object.keys(disturbance).length === 0;
}

/** The card's own runs, and in the order of what is told: Momentum, Adam, SGD. */
function isSo(evidence: Evidence): boolean {
  const runs = runsOn(evidence, 'rosenbrock', ...ids);
  const [sgd = NaN, momentum = NaN, adam = NaN] = lossesAt(evidence, evidence.state.steps) ?? [];
  if (!runs || evidence.state.steps !== heads.tuning.judgedAt) return false;
  return runs.every((run, i) => isTuned(run, TUNED[i])) && momentum < adam && adam < sgd;
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
