import { ruleOf } from '../optimizers/index.ts';
import { LONGEST_STEP, recommendRate, type Experiment } from '../optimizers/recommend.ts';

/** Rates tried for a rule whose step is lr · gradient: 1, 2, 5 · 10ᵏ, this many downwards from the largest that is calm. */
const TRIES = 10;

/** The step of these is lr times a gradient, so that their rate has the unit of x²/f: found by trial. */
const byTrial = ['sgd', 'momentum', 'nesterov'] as const;

/**
 * The step of these is near lr whatever the height of f, so that their rate is a length: a share of the domain's shorter side.
 * The shares are those of the book's experiment, lr over the 20 units of its domain (bowl.ts). AdaDelta's first steps are
 * lr · √(ε/(1 − ρ)), about lr/300.
 */
const ofSide: Readonly<Record<string, number>> = {
  adagrad: 1.5 / 20,
  rmsprop: 0.2 / 20,
  adadelta: 50 / 20,
  adam: 0.3 / 20,
  amsgrad: 0.3 / 20,
  adamw: 0.3 / 20,
  adamax: 0.5 / 20,
  nadam: 0.5 / 20,
  lion: 0.2 / 20,
};

/** The nearest number with one significant digit. */
function oneDigit(value: number): number {
  return Number(value.toPrecision(1));
}

/** The largest 1, 2 or 5 · 10ᵏ up to `limit` and the `TRIES` − 1 below it, descending. */
function ratesUpTo(limit: number): readonly number[] {
  const rates: number[] = [];
  for (let exponent = Math.floor(Math.log10(limit)); rates.length < TRIES; exponent--) {
    for (const mantissa of [5, 2, 1]) {
      const rate = Number(`${mantissa}e${exponent}`);
      if (rate <= limit && rates.length < TRIES) rates.push(rate);
    }
  }
  return rates;
}

/**
 * Learning rates for a surface that nobody has tuned, by optimizer id. The rules' own defaults (1e-3) would hardly move on a map
 * ten wide and leave one that is a thousandth wide. SGD's family is tried out from the experiment's start, as for the bundled
 * surfaces (`recommendRate`); no rate above 0.15 diagonals ÷ ‖∇f(start)‖ can be calm, so that the search begins there and
 * follows any scaling of x or f. Where the start has no slope, these keep the rules' defaults.
 */
export function ratesFor(experiment: Experiment): Readonly<Record<string, number>> {
  const [x0, x1, y0, y1] = experiment.domain;
  const side = Math.min(x1 - x0, y1 - y0);
  const rates = Object.fromEntries(Object.entries(ofSide).map(([id, share]) => [id, oneDigit(share * side)]));
  const sample = new Float64Array(3);
  experiment.objective.evaluate(...experiment.start, sample);
  const limit = (LONGEST_STEP * Math.hypot(x1 - x0, y1 - y0)) / Math.hypot(sample[1]!, sample[2]!);
  if (!(limit > 1e-100 && limit < 1e100)) return rates;
  const tries = ratesUpTo(limit);
  for (const id of byTrial) {
    rates[id] = (recommendRate(experiment, ruleOf(id), tries) ?? { lr: tries[tries.length - 1]! }).lr;
  }
  return rates;
}
