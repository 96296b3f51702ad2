import { invertRigid, multiply, transformPoints, type Matrix4 } from '../math/matrix4.ts';
import { bounds } from './spacing.ts';
import type { Points } from './types.ts';

/**
 * Mean distance, over the model's points, between where two poses (model ← scene) put them, as a share of the largest dimension of the
 * model's box: the ℓ2 error of Discriminative Optimization's paper, whose success is a value below 0.05.
 */
export function meanPointError(model: Points, estimate: Matrix4, truth: Matrix4): number {
  const moved = transformPoints(multiply(estimate, invertRigid(truth)), model);
  let sum = 0;
  for (let i = 0; i < model.length; i += 3) {
    sum += Math.hypot(moved[i]! - model[i]!, moved[i + 1]! - model[i + 1]!, moved[i + 2]! - model[i + 2]!);
  }
  return sum / (model.length / 3) / bounds(model).largestDimension;
}
