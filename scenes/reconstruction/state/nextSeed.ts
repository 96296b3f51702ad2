import type { ParamSpec } from '../../../src/params/spec.ts';

/** The seed after `seed`; after the last that a link may hold comes the first, so that nobody steps into the training's. */
export function nextSeed(spec: ParamSpec, seed: number): number {
  const { min = spec.min, max = spec.max } = spec.accepts ?? {};
  return seed >= max ? min : seed + 1;
}
