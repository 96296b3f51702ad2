import type { ParamSpecs, ParamValues } from '../../params/spec.ts';
import type { Bend } from '../../math/bend.ts';
import type { Oracle } from '../../surfaces/oracle.ts';
import type { OptimizerDef } from '../types.ts';

/** Where an update begins. */
export interface Place {
  readonly x: number;
  readonly y: number;
  readonly f: number;
  /** The gradient as this update sees it, disturbed where the run is. */
  readonly gx: number;
  readonly gy: number;
  /** The method's lr at this update; NaN where it has none. */
  readonly lr: number;
}

/** What an update did. */
export interface Move {
  readonly x: number;
  readonly y: number;
  /** B of the quadratic model f + gᵀd + ½dᵀBd whose bottom the update was after. */
  readonly model: Bend;
  /** A number for each name in the procedure's `tells`. */
  readonly told: Readonly<Record<string, number>>;
}

/**
 * `singular`: the model has no one bottom, so that there is no step. `residuals`: the method is for sums of squares, which this surface is
 * not. `least`: the rule asks for the least value of f, which nobody knows.
 */
export type NoStep = 'singular' | 'residuals' | 'least';

/** One update after another; what it remembers between them is its own. */
export type Walk = (at: Place) => Move | NoStep;

/**
 * A method that couples the coordinates by a solve, so that it is no `Rule`: float64 on the CPU, no kernel, and no training of networks.
 */
export interface Procedure {
  readonly kind: 'procedure';
  readonly params: ParamSpecs;
  /** It asks for `gram`. */
  readonly needsSquares?: boolean;
  /** Numbers that it tells of each update. */
  readonly tells: readonly string[];
  /** `params` holds every parameter. */
  readonly start: (oracle: Oracle, params: ParamValues) => Walk;
}

/** A second-order method of the registry. */
export type ProcedureDef = OptimizerDef<Procedure>;
