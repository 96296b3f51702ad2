import { isProcedure, methodOf } from '../../../src/optimizers/index.ts';
import { residualsOf } from '../../../src/surfaces/residuals.ts';
import type { LabState, RunState } from '../state/types.ts';

/** Whether a run is of a method for sums of squares on a surface that is none. */
export function needsSquares({ id, semantics }: RunState, { formula, params }: LabState['surface']): boolean {
  const method = methodOf(id, semantics);
  if (!isProcedure(method) || !method.needsSquares) return false;
  return residualsOf(formula, Object.keys(params)) === null;
}
