import type { Mesh } from '../../src/clouds/types.ts';
import { createRng } from '../../src/math/rng.ts';

/** n points on a sphere of radius 1 about `centre`. */
export function sphere(n: number, seed: number, centre: readonly [number, number, number] = [0, 0, 0]): Float64Array {
  const rng = createRng(seed, 'sphere');
  const points = new Float64Array(3 * n);
  for (let i = 0; i < points.length; i += 3) {
    const p = rng.direction(points.subarray(i, i + 3));
    for (let c = 0; c < 3; c++) p[c] = p[c]! + centre[c]!;
  }
  return points;
}

/** n points on a torus about z, radii 1 and `tube`, and their outward normals. Neither convex nor star-shaped. */
export function torus(n: number, tube: number, seed: number): { points: Float64Array; outward: Float64Array } {
  const rng = createRng(seed, 'torus');
  const points = new Float64Array(3 * n);
  const outward = new Float64Array(3 * n);
  for (let i = 0; i < 3 * n; i += 3) {
    const [u, v] = [rng.between(0, 2 * Math.PI), rng.between(0, 2 * Math.PI)];
    const normal = [Math.cos(u) * Math.cos(v), Math.sin(u) * Math.cos(v), Math.sin(v)];
    outward.set(normal, i);
    points.set([Math.cos(u) + tube * normal[0]!, Math.sin(u) + tube * normal[1]!, tube * normal[2]!], i);
  }
  return { points, outward };
}

/** The box [0, 1] × [0, 2] × [0, 4] of 12 triangles, counter-clockwise seen from outside, and one of no area. */
export const box: Mesh = {
  vertices: Float64Array.from({ length: 24 }, (_, i) => [1, 2, 4][i % 3]! * ((Math.floor(i / 3) >> (i % 3)) & 1)),
  triangles: Uint32Array.of(
    ...[0, 2, 1, 1, 2, 3], // z = 0
    ...[4, 5, 6, 5, 7, 6], // z = 4
    ...[0, 1, 4, 1, 5, 4], // y = 0
    ...[2, 6, 3, 3, 6, 7], // y = 2
    ...[0, 4, 2, 2, 4, 6], // x = 0
    ...[1, 3, 5, 3, 7, 5], // x = 1
    ...[7, 7, 0],
  ),
};
