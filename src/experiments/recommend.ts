import type { OptimizerRecord } from '../optimizers/record.ts';
import { runOptimizer } from '../optimizers/run.ts';
import type { Rule } from '../optimizers/types.ts';
import { defaultsOf } from '../params/spec.ts';
import { leastOf } from '../surfaces/least.ts';
import { objectiveFor } from '../surfaces/objective.ts';
import type { SurfaceDef } from '../surfaces/types.ts';
import type { Experiment } from './types.ts';

/** Longest step and longest path of a calm run, in diagonals of the domain. */
export const LONGEST_STEP = 0.15;
const LONGEST_PATH = 1;

/** Stays on the map and below the cut, and strides over it without leaps or endless to and fro. */
function isCalm({ domain: [x0, x1, y0, y1], cut }: SurfaceDef, record: OptimizerRecord): boolean {
  const { x, f, count, divergedAt, leftAt } = record;
  if (divergedAt !== null || leftAt !== null || f.some((height) => height > cut)) return false;
  const diagonal = Math.hypot(x1 - x0, y1 - y0);
  let length = 0;
  for (let i = 1; i < count; i++) {
    const step = Math.hypot(x[2 * i]! - x[2 * i - 2]!, x[2 * i + 1]! - x[2 * i - 1]!);
    if (step > LONGEST_STEP * diagonal) return false;
    length += step;
  }
  return length <= LONGEST_PATH * diagonal;
}

/**
 * Of `rates` the one whose path ends lowest after the experiment's steps and stays calm all the way. Where several end within a
 * thousandth of the start's height of the best, the middle one. undefined when none is calm.
 */
export function recommendRate(
  experiment: Experiment,
  rule: Rule,
  rates: readonly number[],
): { readonly lr: number; readonly end: number } | undefined {
  const { surface, start, steps, lowest } = experiment;
  const { domain } = surface;
  const objective = objectiveFor(surface);
  const fmin = leastOf(surface.formula);
  const others = defaultsOf(rule.params);
  const calm = rates.flatMap((lr) => {
    const record = runOptimizer({ rule, params: { ...others, lr }, objective, start, steps, domain, fmin });
    return isCalm(surface, record) ? [{ lr, end: record.f[steps]! }] : [];
  });
  const scale = Math.abs(objective.value(...start) - lowest);
  const best = Math.min(...calm.map(({ end }) => end));
  const good = calm.filter(({ end }) => end <= best + scale / 1000);
  return good[Math.floor((good.length - 1) / 2)];
}
