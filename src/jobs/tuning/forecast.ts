import { ruleOrNull, optimizerOf } from '../../optimizers/index.ts';
import { createStepper } from '../../optimizers/stepper.ts';
import { eigenOf } from '../../math/bend.ts';
import { hessianOf } from '../../surfaces/curvature.ts';
import { objectiveOf } from '../../surfaces/objective.ts';
import type { OptimizeSpec } from '../specs.ts';

/** What can be said of a run before it starts. */
export interface Forecast {
  /**
   * The curvature at the start as the rule feels it: the largest |eigenvalue| of R^½ H R^½, H the Hessian there and R = diag(r), r by what the rule multiplies a gradient that stays
   * as it is there. For SGD η·λmax.
   */
  readonly felt: number;
  /** What it must stay below, in theory: 2 without memory, 2(1 + β)/(1 − β) of a mean of gradients with decay β (of a frozen R; the three that have a limit of their own have theirs). */
  readonly limit: number;
  /** The first is not below the second: the run is expected to end higher than it began, or nowhere. */
  readonly diverges: boolean;
}

/** Updates under a constant gradient until what a rule remembers of it has gathered. */
const GATHER = 200;

/** null where nothing can be said: a second-order method, a rule without lr, a start without slope or curvature. */
export function forecast({ optimizer, semantics, params, surface, start }: OptimizeSpec): Forecast | null {
  const rule = ruleOrNull(optimizer, semantics);
  const lr = params['lr'];
  if (!rule || lr === undefined) return null;
  const sample = new Float64Array(3);
  objectiveOf(surface.formula, surface.params).evaluate(...start, sample);
  const g = sample.subarray(1);
  const step = createStepper(rule, params, 2);
  const x = Float64Array.from(start);
  const before = new Float64Array(2);
  for (let t = 0; t < GATHER; t++) {
    x.set(start);
    before.set(x);
    step(x, g);
  }
  const [rx, ry] = [0, 1].map((axis) => Math.abs((x[axis]! - before[axis]!) / g[axis]!)) as [number, number];
  const { xx, xy, yy } = hessianOf(surface.formula, surface.params)(start);
  const { smallest, largest } = eigenOf({ xx: rx * xx, xy: Math.sqrt(rx * ry) * xy, yy: ry * yy });
  const felt = Math.max(largest, -smallest);
  if (!Number.isFinite(felt)) return null;
  const { stableBelow } = optimizerOf(optimizer);
  const beta = params['beta1'] ?? 0;
  // The gathered step of the heavy ball is 1/(1 − β) times its rate.
  const gathered = 1 / (1 - (params['momentum'] ?? 0));
  const limit = stableBelow ? gathered * stableBelow({ ...params, weight_decay: 0 }, 1) : (2 * (1 + beta)) / (1 - beta);
  return { felt, limit, diverges: felt >= limit };
}
