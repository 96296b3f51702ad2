import { ruleOrNull } from '../../optimizers/index.ts';
import { asksForLeast } from '../../optimizers/run.ts';
import { createStepper } from '../../optimizers/stepper.ts';
import { leastOf } from '../../surfaces/least.ts';
import { objectiveOf } from '../../surfaces/objective.ts';
import { straightField, type Field } from '../../tuning/straight.ts';
import type { OptimizeSpec } from '../specs.ts';

/** What can be said of a run before it is made. */
export interface Forecast {
  /** It is expected to end higher than it began, or nowhere. */
  readonly diverges: boolean;
}

/** The share of a run's updates that are tried on the surface, and how many at most. */
const LOOK = 1 / 5;
const MOST_LOOKED = 50;
/** How far a long run is followed. */
const HORIZON = 250;

/**
 * The first updates of a run are made on the surface. If they end no higher than they began, all is well. If they do, the rule goes on, with all that it remembers, on the curvature that it met
 * in their later half, felt as it feels gradients: if that brings it down again, all is well, too. An adaptive rule is thrown up by a rate that it later masters; what becomes of it is told by
 * its memory, which no limit for frozen steps (2(1 + β)/((1 − β)η), the preconditioned edge of stability) knows: for Adam that foretold half as well.
 *
 * null where nothing can be said: a second-order method, a rule without lr, one that asks for a least value nobody knows, a start without slope. Any disturbance is left out of account.
 */
export function forecast({ optimizer, semantics, params, surface, start, steps }: OptimizeSpec): Forecast | null {
  const rule = ruleOrNull(optimizer, semantics);
  const fmin = leastOf(surface.formula);
  if (!rule || params['lr'] === undefined || (asksForLeast(rule) && Number.isNaN(fmin))) return null;
  const { evaluate } = objectiveOf(surface.formula, surface.params);
  const sample = new Float64Array(3);
  const surfaceField: Field = (at, into) => {
    evaluate(at[0]!, at[1]!, sample);
    into[0] = sample[1]!;
    into[1] = sample[2]!;
    return sample[0]!;
  };
  const step = createStepper(rule, params, 2);
  const at = Float64Array.from(start);
  const slope = new Float64Array(2);
  const update = (field: Field, f: number) => {
    step(at, slope, 1, { f, fmin, gradient: field });
    return field(at, slope);
  };

  const first = surfaceField(at, slope);
  if (!Number.isFinite(first) || !(Math.hypot(...slope) > 0)) return null;
  const looked = Math.min(Math.ceil(steps * LOOK), MOST_LOOKED);
  const seen = {
    x: new Float64Array(2 * looked + 2),
    g: new Float64Array(2 * looked + 2),
    f: new Float64Array(looked + 1),
  };
  let f = first;
  for (let row = 0; ; row++) {
    seen.x.set(at, 2 * row);
    seen.g.set(slope, 2 * row);
    seen.f[row] = f;
    if (!Number.isFinite(f)) return { diverges: true };
    if (row === looked) break;
    f = update(surfaceField, f);
  }
  if (f <= first) return { diverges: false };
  const met = straightField(seen, looked >> 1, looked + 1);
  f = met(at, slope);
  for (let row = looked; row < Math.min(steps, HORIZON); row++) f = update(met, f);
  // Not `>`: NaN must fail.
  return { diverges: !(surfaceField(at, slope) <= first) };
}
