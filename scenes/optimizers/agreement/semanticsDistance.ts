import { optimize } from '../../../src/jobs/optimize.ts';
import type { OptimizeSpec } from '../../../src/jobs/specs.ts';
import { paramsOf, semanticsOf } from '../../../src/optimizers/index.ts';
import type { OptimizerRecord } from '../../../src/optimizers/record.ts';
import type { Semantics } from '../../../src/optimizers/types.ts';
import { defaultsOf } from '../../../src/params/spec.ts';
import { createCache } from '../runs/cache.ts';

export interface SemanticsDistance {
  readonly other: Semantics;
  /** Between the two iterates, in units of the domain; null where one of the runs has ended before. */
  readonly distance: number | null;
}

const recordOf = createCache<OptimizeSpec, OptimizerRecord>(optimize, 32);

/**
 * The run that the switch would give: the same lr and whatever else was moved off its default; the rest, ε above all, as the
 * other side has it.
 */
function switched(spec: OptimizeSpec, other: Semantics): OptimizeSpec {
  const own = defaultsOf(paramsOf(spec.optimizer, spec.semantics));
  const params = defaultsOf(paramsOf(spec.optimizer, other));
  for (const [name, value] of Object.entries(spec.params)) {
    if (name in params && (name === 'lr' || value !== own[name])) params[name] = value;
  }
  return { ...spec, semantics: other, params };
}

/** How far the optimizer's other semantics is from `spec`'s at `step`; null where it has no other. */
export function semanticsDistance(spec: OptimizeSpec, step: number): SemanticsDistance | null {
  const other = semanticsOf(spec.optimizer).find((semantics) => semantics !== spec.semantics);
  if (other === undefined) return null;
  const [ours, theirs] = [recordOf(spec), recordOf(switched(spec, other))];
  if (step >= ours.count || step >= theirs.count) return { other, distance: null };
  const apart = (axis: number) => (ours.x[2 * step + axis] ?? NaN) - (theirs.x[2 * step + axis] ?? NaN);
  return { other, distance: Math.hypot(apart(0), apart(1)) };
}

/** Below this share of the iterate's size two runs differ by rounding alone: 2000 updates round to some 1e-13 of it. */
const ROUNDING = 1e-12;

/** Whether a distance at the iterate (x, y) is no more than what rounding leaves. */
export function isRounding(distance: number, x: number, y: number): boolean {
  return distance <= ROUNDING * (1 + Math.hypot(x, y));
}
