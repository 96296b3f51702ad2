import { nearest, type Hit } from '../clouds/kdTree.ts';
import { transformPoints, type Matrix4 } from '../math/matrix4.ts';
import type { Prepared } from './prepare.ts';
import type { Annealed } from './types.ts';

/** Source points that are asked, spread over the cloud. */
const ASKED = 2000;
/** The share of the source that is sure to have a partner: as much overlap as a pose needs to be believed. */
const OVERLAP = 0.2;
/** A kernel this many times as wide as that share's residuals reaches what is not yet laid on. */
const WIDTH = 5.5;
/** Of the target's spacings: a narrower one would weigh the sampling, not the surface, and a start whose residual is no more is near. */
const LEAST = 3;

/**
 * How wide a robust kernel begins and ends at a start, in the clouds' unit. `widest` (in half extents of the target) serves starts that may be anywhere; nearer ones get less: the first kernel is no wider than 5.5
 * times the residual that a fifth of the source keeps under at the start, the last one narrows with its square, and neither is below three spacings of the target. A kernel as wide as the scene pulls
 * neighbouring tiles of a terrain onto each other however well they lie at first (`node tools/registration/starts.mjs --kinds hills --methods icp-robust`). A residual of more than those three spacings counts for
 * more, in proportion: of a finely sampled thing that is turned, a fifth is everywhere near something (`node tools/registration/do-accuracy.mjs --methods icp-robust --cells car`: 45 % with this, 38.5 % without,
 * 47.5 % with the widest kernel always).
 */
export function firstKernel(widest: Annealed, { source, target }: Prepared, init: Matrix4): Annealed {
  const { halfExtent } = target.size();
  const least = LEAST * target.spacing();
  const residual = residualOf({ source, target }, init);
  const part = Math.min(1, (WIDTH * residual * Math.max(1, residual / least)) / (widest.from * halfExtent));
  const from = Math.max(least, part * widest.from * halfExtent);
  const to = Math.max(least, part * part * widest.to * halfExtent);
  return { from, to: Math.min(from, to), factor: widest.factor };
}

/** The distance that a fifth of the source's points keep under. */
function residualOf({ source, target }: Prepared, pose: Matrix4): number {
  const { points } = source.ordered();
  const count = points.length / 3;
  const asked = Math.min(count, ASKED);
  const spread = new Float64Array(3 * asked);
  for (let i = 0; i < asked; i++) {
    const at = 3 * Math.floor(((i + 0.5) * count) / asked);
    spread.set(points.subarray(at, at + 3), 3 * i);
  }
  const moved = transformPoints(pose, spread);
  const hit: Hit = { index: -1, distanceSq: 0 };
  const distances = new Float64Array(asked);
  for (let i = 0; i < asked; i++) {
    nearest(target.tree(), moved[3 * i]!, moved[3 * i + 1]!, moved[3 * i + 2]!, hit);
    distances[i] = Math.sqrt(hit.distanceSq);
  }
  return distances.sort()[Math.floor(OVERLAP * asked)] ?? Infinity;
}
