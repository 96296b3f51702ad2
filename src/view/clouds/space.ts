import type { Points } from '../../clouds/types.ts';
import { multiply, rotateVectors, transformPoints, type Matrix4 } from '../../math/matrix4.ts';

export type Vector = readonly [x: number, y: number, z: number];

/** Where a pair of clouds stands in the world of the picture: y up, the target's middle at the origin, WORLD_RADIUS around it. */
export interface CloudSpace {
  /** World ← target: a similarity, row major. */
  readonly worldFromTarget: Matrix4;
  /** World units a unit of the target. */
  readonly scale: number;
  /** World units from the middle to the corner of the target's box. */
  readonly radius: number;
  /** The middle, in the target's frame and unit. */
  readonly centre: Vector;
}

const WORLD_RADIUS = 10;

/**
 * `tilt`: degrees by which the clouds' up leans towards the viewer, about their x axis; it is turned upright. `up`: which of the clouds' axes points to the sky: y for models, z for scans of the ground. */
export function createSpace(
  { min, max }: { readonly min: Vector; readonly max: Vector },
  up: 'y' | 'z',
  tilt = 0,
): CloudSpace {
  const centre: Vector = [(min[0] + max[0]) / 2, (min[1] + max[1]) / 2, (min[2] + max[2]) / 2];
  const diagonal = Math.hypot(max[0] - min[0], max[1] - min[1], max[2] - min[2]);
  // One point alone has no size: any unit will do.
  const s = diagonal > 0 ? (2 * WORLD_RADIUS) / diagonal : 1;
  const [x, y, z] = centre;
  const [c, d] = [s * Math.cos((tilt * Math.PI) / 180), s * Math.sin((tilt * Math.PI) / 180)];
  const rows =
    up === 'y'
      ? [s, 0, 0, -s * x, 0, c, d, -c * y - d * z, 0, -d, c, d * y - c * z]
      : [s, 0, 0, -s * x, 0, 0, s, -s * z, 0, -s, 0, s * y];
  return { worldFromTarget: Float64Array.of(...rows, 0, 0, 0, 1), scale: s, radius: WORLD_RADIUS, centre };
}

/** The same space, turned about its middle by the least that brings `sky` (in the target's frame, any length) upright: a scanner may lean. */
export function uprighted(space: CloudSpace, sky: Vector): CloudSpace {
  const leaning = rotateVectors(space.worldFromTarget, Float64Array.from(sky));
  const length = Math.hypot(...leaning);
  const [x, y, z] = [leaning[0]! / length, leaning[1]! / length, leaning[2]! / length];
  const k = 1 / (1 + y);
  const rows = [1 - k * x * x, -x, -k * x * z, 0, x, y, z, 0, -k * x * z, -z, 1 - k * z * z, 0, 0, 0, 0, 1];
  return { ...space, worldFromTarget: multiply(Float64Array.from(rows), space.worldFromTarget) };
}

/**
 * At most `most` points, every n-th, in the world (flat x, y, z): what a picture is framed to. `trim`: this part of them is left out at
 * either end of each axis, so that a scan's few far points do not make it small.
 */
export function cloudOutline(points: Points, worldFromPoints: Matrix4, trim = 0, most = 400): number[] {
  const count = points.length / 3;
  const stride = Math.max(1, Math.ceil(count / most));
  const kept: number[] = [];
  for (let i = 0; i < count; i += stride) kept.push(points[3 * i]!, points[3 * i + 1]!, points[3 * i + 2]!);
  const world = transformPoints(worldFromPoints, Float64Array.from(kept));
  const limits = [0, 1, 2].map((k) => {
    const sorted = world.filter((_, i) => i % 3 === k).sort();
    const cut = Math.floor(trim * sorted.length);
    return [sorted[cut] ?? 0, sorted[sorted.length - 1 - cut] ?? 0] as const;
  });
  const out: number[] = [];
  for (let i = 0; i < world.length; i += 3) {
    const point = world.subarray(i, i + 3);
    if (limits.every(([low, high], k) => point[k]! >= low && point[k]! <= high)) out.push(...point);
  }
  return out;
}
