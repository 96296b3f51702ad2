import { isProcedure, methodOf } from '../optimizers/index.ts';
import type { OptimizerRecord } from '../optimizers/record.ts';
import { runOptimizer } from '../optimizers/run.ts';
import { oracleOf } from '../surfaces/oracle.ts';
import { runProcedure } from '../optimizers/secondOrder/run.ts';
import { leastOf } from '../surfaces/least.ts';
import { objectiveOf } from '../surfaces/objective.ts';
import type { OptimizeSpec } from './specs.ts';

/** Spec in, record out. Throws FormulaError for the surface's text, Error for an optimizer, semantics or parameter there is not. */
export function optimize(spec: OptimizeSpec): OptimizerRecord {
  const { surface, optimizer, semantics, params, start, steps, disturbance } = spec;
  const { formula } = surface;
  const method = methodOf(optimizer, semantics);
  const run = { params, start, steps, domain: surface.domain, disturbance };
  return isProcedure(method)
    ? runProcedure({ ...run, procedure: method, oracle: oracleOf(formula, surface.params) })
    : runOptimizer({ ...run, rule: method, objective: objectiveOf(formula, surface.params), fmin: leastOf(formula) });
}
