import { allOptimizerIds, optimizerOf, ruleOrNull, semanticsFor } from '../optimizers/index.ts';
import { strideOf } from '../optimizers/stride.ts';
import type { Rule } from '../optimizers/types.ts';
import { objectiveFor } from '../surfaces/objective.ts';
import { LONGEST_STEP, recommendRate } from './recommend.ts';
import type { Experiment } from './types.ts';

/** Rates tried, 1, 2, 5 · 10ᵏ downwards: three decades from where a step is lr · gradient, five from where a rule's own stride leads. */
const TRIES = { gradient: 10, stride: 16 };
/** Updates by which a rule's stride is told: enough for memory to gather, few enough that no schedule has run out. */
const STRIDES = 10;

/** By experiment, then optimizer: trial runs take milliseconds, the answer never changes. */
const found = new WeakMap<Experiment, Map<string, number | undefined>>();

/**
 * The learning rate that an optimizer is given in an experiment, as its own file says (`RateDef`): measured, a share of the domain, or
 * found by trial runs. Deterministic. undefined where the start has no slope to be tried on, and for a second-order method: the own
 * default remains.
 */
export function rateOf(experiment: Experiment, id: string): number | undefined {
  const known = found.get(experiment) ?? new Map<string, number | undefined>();
  found.set(experiment, known);
  if (!known.has(id)) known.set(id, look(experiment, id));
  return known.get(id);
}

/** Of every optimizer that has one, in the registry's order. */
export function ratesOf(experiment: Experiment): Readonly<Record<string, number>> {
  return Object.fromEntries(
    allOptimizerIds.flatMap((id) => {
      const lr = rateOf(experiment, id);
      return lr === undefined ? [] : [[id, lr]];
    }),
  );
}

function look(experiment: Experiment, id: string): number | undefined {
  const rule = ruleOrNull(id, semanticsFor(id, experiment.semantics));
  if (rule === null || !('lr' in rule.params)) return undefined;
  const { rate = {} } = optimizerOf(id);
  const measured = experiment.id === null ? undefined : rate.measured?.[experiment.id];
  if (measured !== undefined) return measured;
  if (rate.like !== undefined) return rateOf(experiment, rate.like);
  if (rate.by === 'itself') return rule.params['lr'].default;
  const [x0, x1, y0, y1] = experiment.surface.domain;
  // One significant digit.
  if (rate.ofSide !== undefined) return Number((rate.ofSide * Math.min(x1 - x0, y1 - y0)).toPrecision(1));
  return byTrial(experiment, rule, rate.by ?? 'stride');
}

function byTrial(experiment: Experiment, rule: Rule, by: 'gradient' | 'stride' | 'first-step'): number | undefined {
  const { surface, start } = experiment;
  const [x0, x1, y0, y1] = surface.domain;
  const sample = new Float64Array(3);
  objectiveFor(surface).evaluate(...start, sample);
  const slope = [sample[1]!, sample[2]!] as const;
  const perRate = by === 'stride' ? strideOf(rule, slope, STRIDES) : Math.hypot(...slope);
  const limit = (LONGEST_STEP * Math.hypot(x1 - x0, y1 - y0)) / perRate;
  if (!(limit > 1e-100 && limit < 1e100)) return undefined;
  if (by === 'first-step') return ratesUpTo(limit / 100, 1)[0];
  const rates = ratesUpTo(limit, TRIES[by]);
  return recommendRate(experiment, rule, rates)?.lr ?? rates[rates.length - 1];
}

/** The largest 1, 2 or 5 · 10ᵏ up to `limit` and the `count` − 1 below it, descending. */
function ratesUpTo(limit: number, count: number): readonly number[] {
  const rates: number[] = [];
  for (let exponent = Math.floor(Math.log10(limit)); rates.length < count; exponent--) {
    for (const mantissa of [5, 2, 1]) {
      const rate = Number(`${mantissa}e${exponent}`);
      if (rate <= limit && rates.length < count) rates.push(rate);
    }
  }
  return rates;
}
