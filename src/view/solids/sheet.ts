import type { Mesh } from '../../clouds/types.ts';
import type { SampledSurface } from '../../surfaces/sampled.ts';

/** A sheet and f at each of its vertices, whose third coordinate is that f. */
export interface Sheet extends Mesh {
  readonly f: Float64Array;
}

type Corner = readonly [x: number, y: number, f: number];

/**
 * The graph of a sampled surface as far as f ≤ `cut`: cells above it are left out, those that cross it are cut along the straight line
 * between the samples. Cells with a sample that is no number are a hole. Vertices x, y, f in the domain's unit, seen from above
 * counter-clockwise.
 */
export function sheetBelow({ domain: [x0, x1, y0, y1], size, f }: SampledSurface, cut: number): Sheet {
  const vertices: number[] = [];
  const triangles: number[] = [];
  const places = new Map<number, number>();
  const corner = (k: number): Corner => [
    x0 + ((x1 - x0) * (k % size)) / (size - 1),
    y0 + ((y1 - y0) * Math.floor(k / size)) / (size - 1),
    f[k]!,
  ];
  const add = (key: number, place: () => Corner): number => {
    let at = places.get(key);
    if (at === undefined) places.set(key, (at = vertices.push(...place()) / 3 - 1));
    return at;
  };
  // Where the edge between two samples crosses the cut: one vertex for the two cells that share it.
  const crossing = (a: number, b: number): number =>
    add((Math.min(a, b) + 1) * size * size + Math.max(a, b), () => {
      const [p, q] = [corner(Math.min(a, b)), corner(Math.max(a, b))];
      const u = (cut - p[2]) / (q[2] - p[2]);
      return [p[0] + u * (q[0] - p[0]), p[1] + u * (q[1] - p[1]), cut];
    });
  const triangle = (corners: readonly number[]) => {
    if (corners.some((k) => Number.isNaN(f[k]))) return;
    const ring = corners.flatMap((k, i) => {
      const next = corners[(i + 1) % 3]!;
      const [below, nextBelow] = [f[k]! <= cut, f[next]! <= cut];
      return [...(below ? [add(k, () => corner(k))] : []), ...(below === nextBelow ? [] : [crossing(k, next)])];
    });
    for (let i = 2; i < ring.length; i++) triangles.push(ring[0]!, ring[i - 1]!, ring[i]!);
  };
  for (let j = 0; j + 1 < size; j++) {
    for (let i = 0; i + 1 < size; i++) {
      const a = j * size + i;
      triangle([a, a + 1, a + size + 1]);
      triangle([a, a + size + 1, a + size]);
    }
  }
  const points = Float64Array.from(vertices);
  return {
    vertices: points,
    triangles: Uint32Array.from(triangles),
    f: points.filter((_, i) => i % 3 === 2),
  };
}
