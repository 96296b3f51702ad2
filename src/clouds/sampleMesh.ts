import { createRng } from '../math/rng.ts';
import type { Mesh, PointCloud } from './types.ts';

/**
 * `count` points uniform over the mesh's area, each with the normal of its triangle (counter-clockwise seen from outside). The first n of a
 * larger count are those of a count of n. Error where the mesh has no area.
 */
export function sampleMesh({ vertices, triangles }: Mesh, count: number, seed: number): PointCloud {
  const faces = triangles.length / 3;
  const cumulative = new Float64Array(faces);
  const faceNormals = new Float64Array(3 * faces);
  let area = 0;
  for (let f = 0; f < faces; f++) {
    area += faceArea(vertices, triangles, f, faceNormals) / 2;
    cumulative[f] = area;
  }
  if (!(area > 0 && area < Infinity))
    throw new Error('the mesh has no area to take points from: give its points instead');
  const points = new Float64Array(3 * count);
  const normals = new Float64Array(3 * count);
  const rng = createRng(seed, 'sampleMesh');
  for (let i = 0; i < 3 * count; i += 3) {
    const f = firstAbove(cumulative, rng.uniform() * area);
    // Uniform in a triangle (Turk 1990): √ turns a share of the height into a share of the area.
    const along = Math.sqrt(rng.uniform());
    const across = rng.uniform();
    const [a, b, c] = [3 * triangles[3 * f]!, 3 * triangles[3 * f + 1]!, 3 * triangles[3 * f + 2]!];
    const [wa, wb, wc] = [1 - along, along * (1 - across), along * across];
    for (let k = 0; k < 3; k++) {
      points[i + k] = wa * vertices[a + k]! + wb * vertices[b + k]! + wc * vertices[c + k]!;
      normals[i + k] = faceNormals[3 * f + k]!;
    }
  }
  return { points, normals };
}

/** Writes the unit normal of face f; returns twice its area. */
function faceArea(vertices: Float64Array, triangles: Uint32Array, f: number, normals: Float64Array): number {
  const [a, b, c] = [3 * triangles[3 * f]!, 3 * triangles[3 * f + 1]!, 3 * triangles[3 * f + 2]!];
  const edge = (to: number, k: number): number => vertices[to + k]! - vertices[a + k]!;
  const x = edge(b, 1) * edge(c, 2) - edge(b, 2) * edge(c, 1);
  const y = edge(b, 2) * edge(c, 0) - edge(b, 0) * edge(c, 2);
  const z = edge(b, 0) * edge(c, 1) - edge(b, 1) * edge(c, 0);
  const twice = Math.hypot(x, y, z);
  if (twice > 0) normals.set([x / twice, y / twice, z / twice], 3 * f);
  return twice;
}

/** The first place with a value above `x` (values ascend; the last place where rounding left none). */
function firstAbove(values: Float64Array, x: number): number {
  let lo = 0;
  let hi = values.length - 1;
  while (lo < hi) {
    const middle = (lo + hi) >> 1;
    if (values[middle]! > x) hi = middle;
    else lo = middle + 1;
  }
  return lo;
}
