import type { Disturbance } from '../optimizers/disturbance.ts';
import type { Semantics } from '../optimizers/types.ts';
import type { ParamValues } from '../params/spec.ts';
import type { Tile } from '../basins/cells.ts';
import type { Domain, Minimum, Point2 } from '../surfaces/types.ts';

/** A surface ready to compute with: a registry surface or the visitor's own formula looks the same here. */
export interface SurfaceSpec {
  /** Registry id, or the formula's text for an own formula. */
  readonly id: string;
  readonly formula: string;
  readonly params: ParamValues;
  /** null: unknown (own formula on the command line without --domain). */
  readonly domain: Domain | null;
}

/** The spec is the run's identity: same spec, same record (on one engine). */
export interface OptimizeSpec {
  readonly surface: SurfaceSpec;
  readonly optimizer: string;
  readonly semantics: Semantics;
  /** Every parameter of the rule. */
  readonly params: ParamValues;
  readonly start: Point2;
  readonly steps: number;
  /** Left out where there is none, so that a plain run keeps its identity. */
  readonly disturbance?: Disturbance;
}

/** Heights and gradients on a grid of `size` × `size` samples that includes the domain's border. */
export interface GridSpec {
  readonly surface: SurfaceSpec & { readonly domain: Domain };
  readonly size: number;
}

export interface GridResult {
  readonly spec: GridSpec;
  /** size × size × 4, row by row from y0 upwards, x fastest: f, ∂f/∂x, ∂f/∂y, 0. */
  readonly texels: Float32Array<ArrayBuffer>;
  /** Which backend computed it: `float64`, `cpu`, `webasm` or `webgl2`. */
  readonly backend: string;
  readonly milliseconds: number;
}

/** `count` starts moved `step` updates by the rule; particle 0 starts at `start`, the others are seeded uniform draws where f ≤ `below`. */
export interface SwarmSpec {
  readonly surface: SurfaceSpec & { readonly domain: Domain };
  readonly optimizer: string;
  readonly semantics: Semantics;
  readonly params: ParamValues;
  readonly start: Point2;
  readonly count: number;
  readonly seed: number;
  readonly below: number;
  readonly step: number;
  readonly disturbance?: Disturbance;
}

export interface SwarmResult {
  readonly spec: SwarmSpec;
  /** count × 4: x, y after `step` updates, then x, y after `step + 1`. A particle that diverged holds a value beyond ±1e30 or NaN: never draw it. */
  readonly positions: Float32Array<ArrayBuffer>;
  /** As in `GridResult`; where one gave up on the way, all that computed a part of it: `webgl2 + webasm`. */
  readonly backend: string;
  readonly milliseconds: number;
}

/** Where a path ends for every start at the cell centres of a window, `size` a side. */
export interface BasinSpec {
  readonly surface: SurfaceSpec & { readonly domain: Domain };
  readonly optimizer: string;
  readonly semantics: Semantics;
  readonly params: ParamValues;
  readonly steps: number;
  readonly window: Domain;
  readonly size: number;
  readonly disturbance?: Disturbance;
}

/** Part of it: a few square tiles of cells. */
export interface BasinTilesSpec {
  readonly basin: BasinSpec;
  readonly tiles: readonly Tile[];
}

export interface BasinTilesResult {
  /** Tile by tile, each row by row from below: `BasinMap` says what they hold. */
  readonly labels: Uint16Array<ArrayBuffer>;
  readonly rests: Uint16Array<ArrayBuffer>;
  /** Those of the surface's domain, then those that these paths found besides. */
  readonly minima: readonly Minimum[];
  readonly backend: string;
  readonly milliseconds: number;
}
