import { isProcedure, methodOf } from '../../../src/optimizers/index.ts';
import { asksForLeast } from '../../../src/optimizers/run.ts';
import { leastOf } from '../../../src/surfaces/least.ts';
import { residualsOf } from '../../../src/surfaces/residuals.ts';
import type { LabState, RunState } from '../state/types.ts';

/** What a run's method needs and the surface has not: squares that it is the sum of, or a least value that is known. */
export function stuckFor(
  { optimizer, semantics }: RunState,
  { formula, params }: LabState['surface'],
): 'squares' | 'least' | null {
  const method = methodOf(optimizer, semantics);
  if (!isProcedure(method)) return asksForLeast(method) && Number.isNaN(leastOf(formula)) ? 'least' : null;
  return method.needsSquares && residualsOf(formula, Object.keys(params)) === null ? 'squares' : null;
}
