import { defaultsOf } from '../params/spec.ts';
import { createStepper } from './stepper.ts';
import type { Rule } from './types.ts';

/**
 * What a rule makes of lr, whatever its formula: how far x goes in an update at lr = 1 and the rule's other defaults, on average over
 * the first `updates` under one and the same `gradient`. 0 where the gradient is 0.
 */
export function strideOf(rule: Rule, gradient: readonly number[], updates: number): number {
  const step = createStepper(rule, { ...defaultsOf(rule.params), lr: 1 }, gradient.length);
  const g = Float64Array.from(gradient);
  const x = new Float64Array(gradient.length);
  let way = 0;
  for (let t = 0; t < updates; t++) {
    // From the origin each time: a decay of the weights would count as steps.
    x.fill(0);
    step(x, g, 1, { f: NaN, fmin: NaN, gradient: (_, into) => into.set(g) });
    way += Math.hypot(...x);
  }
  return way / updates;
}
