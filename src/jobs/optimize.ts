import { ruleOf } from '../optimizers/index.ts';
import type { OptimizerRecord } from '../optimizers/record.ts';
import { runOptimizer } from '../optimizers/run.ts';
import { leastOf } from '../surfaces/least.ts';
import { objectiveOf } from '../surfaces/objective.ts';
import type { OptimizeSpec } from './specs.ts';

/** Spec in, record out. Throws FormulaError for the surface's text, Error for an optimizer, semantics or parameter there is not. */
export function optimize(spec: OptimizeSpec): OptimizerRecord {
  const { surface, optimizer, semantics, params, start, steps, disturbance } = spec;
  return runOptimizer({
    rule: ruleOf(optimizer, semantics),
    params,
    objective: objectiveOf(surface.formula, surface.params),
    start,
    steps,
    domain: surface.domain,
    disturbance,
    fmin: leastOf(surface.formula),
  });
}
