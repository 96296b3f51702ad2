import { exp } from '../../math/portable.ts';
import type { DoModelPoints } from './types.ts';

/** σ² of the weight exp(−‖s − m‖² / σ²), in half extents of the model. */
export const SIGMA_SQ = 0.03;

/** The weight that a scene point at (x, y, z) has for model point a, and which of the 2Nm sums it belongs to: a in front of it, Nm + a behind. */
export interface Weighing {
  weight: number;
  slot: number;
}

/** Adds the weights of one scene point, already moved, to the 2Nm sums. */
export type AddPoint = (x: number, y: number, z: number, sums: Float64Array) => void;

/** Weighs (x, y, z) by model point `a`: the one place that knows front from back. */
export function weigh(model: DoModelPoints, a: number, x: number, y: number, z: number, out: Weighing): void {
  const { points, normals } = model;
  const dx = x - points[3 * a]!;
  const dy = y - points[3 * a + 1]!;
  const dz = z - points[3 * a + 2]!;
  const inFront = normals[3 * a]! * dx + normals[3 * a + 1]! * dy + normals[3 * a + 2]! * dz > 0;
  out.slot = inFront ? a : points.length / 3 + a;
  out.weight = exp(-(dx * dx + dy * dy + dz * dz) / SIGMA_SQ);
}
