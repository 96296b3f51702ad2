import type { Points } from '../../clouds/types.ts';
import type { Viewport } from '../../math/box.ts';
import type { Matrix4 } from '../../math/matrix4.ts';
import { projectTo } from './project.ts';

/**
 * The point of a cloud that somebody means who points at (x, y), CSS pixels of the camera's picture: of those drawn within `reach` pixels
 * the nearest to the pointer among what is in front; −1: none. In front is what lies at most `thickness` (in the clip's unit of depth)
 * behind the frontmost of them: so a point of the far side never wins through the gaps of the near one.
 */
export function pickPoint(
  points: Points,
  clipFromPoints: Matrix4,
  viewport: Viewport,
  x: number,
  y: number,
  reach: number,
  thickness: number,
): number {
  const at = { x: 0, y: 0, depth: 0 };
  const near: { readonly index: number; readonly depth: number; readonly distanceSq: number }[] = [];
  for (let i = 0; i < points.length; i += 3) {
    projectTo(clipFromPoints, viewport, points[i]!, points[i + 1]!, points[i + 2]!, at);
    const distanceSq = (at.x - x) ** 2 + (at.y - y) ** 2;
    if (at.depth > 0 && distanceSq <= reach * reach) near.push({ index: i / 3, depth: at.depth, distanceSq });
  }
  const front = near.reduce((least, { depth }) => Math.min(least, depth), Infinity) + thickness;
  let best = -1;
  let bestSq = Infinity;
  for (const { index, depth, distanceSq } of near) {
    if (depth > front || distanceSq >= bestSq) continue;
    best = index;
    bestSq = distanceSq;
  }
  return best;
}
