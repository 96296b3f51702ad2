import type { LossId } from '../../../src/networks/types.ts';
import type { Corners } from './corners.ts';
import type { Domain } from '../../../src/surfaces/types.ts';
import type { Plane } from '../../../src/networks/landscape/plane.ts';

/** Which plane: its kind, what it hangs on, and how far it reaches. */
export interface LandscapeSpec {
  /** The run, by its identity. */
  readonly run: string;
  /** `file`: it was computed elsewhere. */
  readonly kind: Plane['kind'] | 'file';
  readonly seed: number;
  /** Place in the run of the optimizer that the plane is about. */
  readonly about: number;
  /** Of `points`: the nets, `start`, an id for its end, `bend`. */
  readonly corners?: Corners | undefined;
  /** 1: fitted to the paths. */
  readonly zoom: number;
  /** Another loss than the net was trained with, over the same plane. */
  readonly loss?: LossId | undefined;
}

/** A path's records in a plane, `count` each. */
export interface PlanePath {
  readonly alpha: Float64Array;
  readonly beta: Float64Array;
  /** ‖θ − Pθ‖ */
  readonly residual: Float64Array;
  /** Loss at θ itself. */
  readonly loss: Float64Array;
  /** Loss at its shadow in the plane. */
  readonly shadow: Float64Array;
}

export interface Landscape {
  readonly spec: LandscapeSpec;
  readonly size: number;
  readonly domain: Domain;
  /** size × size, row of β by row, from the lowest up. */
  readonly loss: Float64Array;
  readonly paths: readonly PlanePath[];
  readonly explained: readonly [number, number] | null;
  /** Of a net with few weights; null of others, and where nobody knows it. */
  readonly plane: Pick<Plane, 'origin' | 'u' | 'v'> | null;
  readonly milliseconds: number;
  readonly backend: string;
  /** Largest distance from float64, of the loss, where it was compared. */
  readonly deviation: number;
}
