import type { OptimizerRecord } from '../optimizers/record.ts';
import { optimize } from './optimize.ts';
import type { OptimizeSpec } from './specs.ts';

/** Spacings of float64 at the larger of 1 and a coordinate, along x and y. */
const ASIDE = [
  [4, 0],
  [-4, 0],
  [0, 4],
  [0, -4],
  [3, -3],
  [-3, 3],
] as const;

const moved = (value: number, by: number) => value + by * Number.EPSILON * Math.max(1, Math.abs(value));

/** The same run from starts, and with noise, next to its own: how far they end from it is how far rounding may carry it. */
export function besideOf(spec: OptimizeSpec): readonly OptimizerRecord[] {
  const { start, disturbance } = spec;
  const noise = disturbance?.noise;
  return ASIDE.flatMap(([dx, dy]) => {
    const aside = { ...spec, start: [moved(start[0], dx), moved(start[1], dy)] as const };
    if (!noise) return [optimize(aside)];
    // What the first updates forget, noise that is a little other at each of them keeps alive.
    const stirred = { ...disturbance, noise: { ...noise, sd: noise.sd * (1 + (dx - dy) * Number.EPSILON) } };
    return [optimize(aside), optimize({ ...aside, disturbance: stirred })];
  });
}
