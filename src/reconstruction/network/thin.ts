import type { Points } from '../../clouds/types.ts';

/**
 * `count` of the points by farthest point sampling (Gonzalez 1985; Eldar et al. 1997), in the order in which they stood: first the one farthest from the middle of all, then again and
 * again the one that is farthest from those taken. Which ones hangs on where they are alone, unless two are equally far: then the earlier is taken.
 */
export function thinned(points: Points, count: number): Float64Array<ArrayBuffer> {
  const all = points.length / 3;
  const along = (k: number) => Float64Array.from({ length: all }, (_, i) => points[3 * i + k]!);
  const [xs, ys, zs] = [along(0), along(1), along(2)];
  const mean = (values: Float64Array) => values.reduce((sum, value) => sum + value, 0) / all;
  /** Squared, to the nearest of those taken; −1: it is taken itself. */
  const distances = new Float64Array(all).fill(Infinity);
  let next = lower(xs, ys, zs, distances.slice(), mean(xs), mean(ys), mean(zs));
  for (let round = 1; round < count; round++) {
    distances[next] = -1;
    next = lower(xs, ys, zs, distances, xs[next]!, ys[next]!, zs[next]!);
  }
  distances[next] = -1;
  const out = new Float64Array(3 * count);
  for (let i = 0, at = 0; i < all; i++) {
    if (distances[i]! >= 0) continue;
    for (let k = 3 * i; k < 3 * i + 3; k++) out[at++] = points[k]!;
  }
  return out;
}

/** Lowers the distances to those from (x, y, z), where that is nearer. Returns the first of the farthest points. */
function lower(
  xs: Float64Array,
  ys: Float64Array,
  zs: Float64Array,
  distances: Float64Array,
  x: number,
  y: number,
  z: number,
): number {
  let next = 0;
  let farthest = -1;
  for (let i = 0; i < distances.length; i++) {
    const dx = xs[i]! - x;
    const dy = ys[i]! - y;
    const dz = zs[i]! - z;
    const distance = Math.min(distances[i]!, dx * dx + dy * dy + dz * dz);
    distances[i] = distance;
    if (distance > farthest) {
      farthest = distance;
      next = i;
    }
  }
  return next;
}
