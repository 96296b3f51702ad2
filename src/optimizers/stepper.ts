import type { ParamValues } from '../params/spec.ts';
import { compileRule } from './compile.ts';
import { preparePoint, type PointSurface } from './point.ts';
import type { Rule } from './types.ts';

/**
 * A rule at work on any number of coordinates: the very programs that `runOptimizer` runs on two, each coordinate with its own state.
 * Takes the gradient at x (n), writes the next iterate into x (n). `lrFactor` scales the rule's lr for this update (a schedule).
 * `surface`: for the rules that read more of it than the gradient at x; without it f is NaN, and nothing but the gradient at x is to be had.
 */
export type Stepper = (x: Float64Array, gradient: Float64Array, lrFactor?: number, surface?: PointSurface) => void;

const UNSEEN: PointSurface = {
  f: NaN,
  fmin: NaN,
  gradient: () => {
    throw new Error('the rule takes the gradient at another place than x, and there is no surface to take it of');
  },
};

/** `params` holds every parameter of the rule; updates count from 1. */
export function createStepper(rule: Rule, params: ParamValues, n: number): Stepper {
  const compiled = compileRule(rule);
  const { perStep, perCoordinate, slot, state } = compiled;
  const values = compiled.values(params);
  const places = state.map(({ slot: place }) => place);
  const memories = places.map(() => new Float64Array(n));
  const lr = params['lr'];
  const seen = new Float64Array(n);
  let t = 0;
  return (x, gradient, lrFactor = 1, surface = UNSEEN) => {
    values[slot.t] = ++t;
    if (slot.lr !== null && lr !== undefined) values[slot.lr] = lr * lrFactor;
    perStep(values);
    seen.set(gradient);
    const load = (into: Float64Array, i: number) => {
      into[slot.x] = x[i]!;
      into[slot.g] = seen[i]!;
      for (let k = 0; k < places.length; k++) into[places[k]!] = memories[k]![i]!;
    };
    preparePoint(compiled, values, seen, load, surface);
    for (let i = 0; i < n; i++) {
      load(values, i);
      perCoordinate(values);
      x[i] = values[slot.x]!;
      for (let k = 0; k < places.length; k++) memories[k]![i] = values[places[k]!]!;
    }
  };
}
