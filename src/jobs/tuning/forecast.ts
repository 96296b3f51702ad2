import { ruleOrNull } from '../../optimizers/index.ts';
import { asksForLeast } from '../../optimizers/run.ts';
import { createStepper } from '../../optimizers/stepper.ts';
import { leastOf } from '../../surfaces/least.ts';
import { objectiveOf } from '../../surfaces/objective.ts';
import { straightField, type Field } from '../../tuning/straight.ts';
import type { OptimizeSpec } from '../specs.ts';

/**
 * What can be said of a run before it is made: that its end will be `higher` than its start (or nowhere), or not (`lower`), or that it will swing about the height of its start, so that nobody
 * knows: `undecided`.
 */
export type Forecast = 'higher' | 'lower' | 'undecided';

/** The share of a run's updates that are tried on the surface, and how many at most. */
const LOOK = 1 / 3;
const MOST_LOOKED = 100;
/** How far a long run is followed, and which share of it has to be higher. */
const HORIZON = 250;
const LAST = 1 / 5;

/**
 * The first updates of a run are made on the surface. Their later half tells: `lower` where none of them is higher than the start, `undecided` where some are. Where all are, the rule goes on, with
 * all that it remembers, on the curvature that it met in that half, felt as it feels gradients: `higher` where that keeps it there.
 *
 * An adaptive rule is thrown up by a rate that it later masters; what becomes of it is told by its memory, which no limit for frozen steps (2(1 + β)/((1 − β)η), the preconditioned edge of stability)
 * knows: those foretold Adam half as well. A third of the run, not a tenth, because its memory is ten updates long.
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
  const [slope, unused] = [new Float64Array(2), new Float64Array(2)];
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
  const isHigher = (f: number) => !(f <= first);
  const middle = looked >> 1;
  let [f, higher] = [first, 0];
  for (let row = 0; ; row++) {
    seen.x.set(at, 2 * row);
    seen.g.set(slope, 2 * row);
    seen.f[row] = f;
    if (!Number.isFinite(f)) return 'higher';
    if (row >= middle && isHigher(f)) higher++;
    if (row === looked) break;
    f = update(surfaceField, f);
  }
  if (higher === 0) return 'lower';
  if (higher <= looked - middle) return 'undecided';
  const met = straightField(seen, middle, looked + 1);
  const end = Math.min(steps, HORIZON);
  f = met(at, slope);
  for (let row = looked; row < end; row++) {
    f = update(met, f);
    if (row >= end * (1 - LAST) && !isHigher(surfaceField(at, unused))) return 'undecided';
  }
  return 'higher';
}
