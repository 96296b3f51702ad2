import type { Rng } from '../../math/rng.ts';

/** The two sides of a shape that is its own mirror image. */
export const SIDES = [-1, 1] as const;

/** The four corners of a plan, as signs of x and z. */
export const CORNERS = [
  [-1, -1],
  [-1, 1],
  [1, -1],
  [1, 1],
] as const;

export const chance = (rng: Rng, probability: number): boolean => rng.uniform() < probability;

/** In [a, b), the middle likelier than the ends: the mean of two uniform numbers. */
export const usual = (rng: Rng, a: number, b: number): number => a + ((b - a) * (rng.uniform() + rng.uniform())) / 2;
