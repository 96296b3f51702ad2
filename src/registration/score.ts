import type { KdTree } from '../clouds/kdTree.ts';
import type { Points } from '../clouds/types.ts';
import type { Matrix4 } from '../math/matrix4.ts';
import { evaluate } from './evaluate.ts';

/**
 * How much of the source a pose lays on the target and how well, in one number: 1 where every point lies on a target point, 0 where none lies
 * within the limit. MSAC's truncated quadratic loss (Torr, Zisserman 2000), turned over.
 */
export function scoreOf(source: Points, targetTree: KdTree, targetFromSource: Matrix4, limit: number): number {
  const { fitness, inlierRmse } = evaluate(source, targetTree, targetFromSource, limit);
  return fitness > 0 ? fitness * (1 - (inlierRmse / limit) ** 2) : 0;
}
