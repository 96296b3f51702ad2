import type { ParamSpecs, ParamValues } from '../../params/spec.ts';
import type { Bend } from '../../surfaces/bend.ts';
import type { OptimizerDef } from '../types.ts';

/** What a method may ask of a surface, in float64. */
export interface Oracle {
  value(x: number, y: number): number;
  /** Writes f, ∂f/∂x, ∂f/∂y into the first three places of `out`. */
  evaluate(x: number, y: number, out: Float64Array): void;
  hessian(x: number, y: number): Bend;
  /** JᵀJ of the residuals, f = Σ r²; null where f is not written as a sum of squares. */
  readonly gram: ((x: number, y: number) => Bend) | null;
}

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

/** `singular`: the model has no one bottom, so that there is no step. `residuals`: the method is for sums of squares, which this surface is not. */
export type NoStep = 'singular' | 'residuals';

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
