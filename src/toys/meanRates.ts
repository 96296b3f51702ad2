import { optimizerOf, ruleOf, type OptimizerId } from '../optimizers/index.ts';
import { strideOf } from '../optimizers/stride.ts';

/** A coordinate's part of a mean loss over 64 points, as it is on the way: the toy's shapes are about 1 wide. */
const GRADIENT = 0.01;
/** Half the updates of the view, and how far a point is to go in each: to its place within that half, no faster than the eye follows. */
const UPDATES = 60;
const STRIDE = 0.02;

/**
 * Learning rate under which a rule brings the toy's points to rest within the steps of the view (64 points, seed 1: each loss within 3 %
 * of the least that any rule found): of 1, 2, 5 · 10ᵏ the one whose stride under a steady gradient is nearest to `STRIDE`. Tuned by hand,
 * the first twelve rules came to the very same rates (test/toys/meanRates.test.ts).
 */
export function defaultRate(optimizer: OptimizerId): number {
  const rule = ruleOf(optimizer);
  const by = optimizerOf(optimizer).rate?.by;
  // Where lr is the first step's alone, that is one stride.
  const rate = nearest(STRIDE / (by === 'first-step' ? GRADIENT : strideOf(rule, [GRADIENT], UPDATES)));
  // A rule that finds its own rate may be hurried, and under a gradient that never turns goes ever faster.
  return by === 'itself' ? Math.max(rate, rule.params['lr']?.default ?? 1) : rate;
}

/** By ratio. */
function nearest(value: number): number {
  const decade = Math.floor(Math.log10(value));
  const rates = [1, 2, 5, 10].map((mantissa) => Number(`${mantissa}e${decade}`));
  return rates.reduce((best, rate) =>
    Math.abs(Math.log(rate / value)) < Math.abs(Math.log(best / value)) ? rate : best,
  );
}
