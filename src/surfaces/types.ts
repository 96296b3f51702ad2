import type { ParamSpecs } from '../params/spec.ts';

export type Domain = readonly [x0: number, x1: number, y0: number, y1: number];
export type Point2 = readonly [x: number, y: number];

export interface Minimum {
  readonly at: Point2;
  readonly f: number;
}

export interface SurfaceDef {
  /** In English; proper names are the same in every language. */
  readonly name: string;
  /** In Japanese, where that is another one. */
  readonly nameJa?: string;
  /** In `x`, `y` and the names of `params`. */
  readonly formula: string;
  readonly params?: ParamSpecs;
  readonly domain: Domain;
  /** Known global minima (for any parameter values); empty where f is unbounded below. */
  readonly minima: readonly Minimum[];
  /** f at which the drawn surface is cut, so that it reads as a thing one could hold. */
  readonly cut: number;
  /** Height of the relief at the cut, as a fraction of the shorter side of the drawn rectangle. */
  readonly relief: number;
  readonly reference: string;
}
