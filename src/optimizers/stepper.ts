import type { ParamValues } from '../params/spec.ts';
import { compileRule } from './compile.ts';
import type { Rule } from './types.ts';

/**
 * A rule at work on any number of coordinates: the very programs that `runOptimizer` runs on two, each coordinate with its own state.
 * Takes the gradient at x (n), writes the next iterate into x (n). `lrFactor` scales the rule's lr for this update (a schedule).
 */
export type Stepper = (x: Float64Array, gradient: Float64Array, lrFactor?: number) => void;

/** `params` holds every parameter of the rule; updates count from 1. */
export function createStepper(rule: Rule, params: ParamValues, n: number): Stepper {
  const { values: fresh, perStep, perCoordinate, slot, state } = compileRule(rule);
  const values = fresh(params);
  const places = state.map(({ slot: place }) => place);
  const memories = places.map(() => new Float64Array(n));
  const lr = params['lr'];
  let t = 0;
  return (x, gradient, lrFactor = 1) => {
    values[slot.t] = ++t;
    if (slot.lr !== null && lr !== undefined) values[slot.lr] = lr * lrFactor;
    perStep(values);
    for (let i = 0; i < n; i++) {
      values[slot.x] = x[i]!;
      values[slot.g] = gradient[i]!;
      for (let k = 0; k < places.length; k++) values[places[k]!] = memories[k]![i]!;
      perCoordinate(values);
      x[i] = values[slot.x]!;
      for (let k = 0; k < places.length; k++) memories[k]![i] = values[places[k]!]!;
    }
  };
}
