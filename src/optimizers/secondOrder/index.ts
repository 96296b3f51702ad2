import { dampedNewton } from './damped-newton.ts';
import { gaussNewton } from './gauss-newton.ts';
import { lbfgs } from './lbfgs.ts';
import { levenbergMarquardt } from './levenberg-marquardt.ts';
import { newton } from './newton.ts';
import type { ProcedureDef } from './types.ts';

/** Every second-order method under its id, in the order of pickers, behind the rules. */
export const procedures = {
  newton,
  'damped-newton': dampedNewton,
  'gauss-newton': gaussNewton,
  'levenberg-marquardt': levenbergMarquardt,
  lbfgs,
} as const satisfies Record<string, ProcedureDef>;

export type ProcedureId = keyof typeof procedures;

export function isProcedureId(id: string): id is ProcedureId {
  return Object.hasOwn(procedures, id);
}

export const procedureIds = Object.keys(procedures) as ProcedureId[];
