import { describe, expect, it } from 'vitest';
import { createRng } from '../../src/math/rng.ts';
import { normalise } from '../../src/reconstruction/normalise.ts';
import { categories, categoryIds, FIVE } from '../../src/reconstruction/shapes/index.ts';
import { createMesh } from '../../src/reconstruction/shapes/mesh.ts';

function build(id: keyof typeof categories, seed: number): Float64Array {
  const mesh = createMesh();
  categories[id](mesh, createRng(seed, 'shapes test', id));
  return mesh.triangles();
}

const edgesOf = (triangles: Float64Array) =>
  [0, 1, 2].map((k) => {
    const values = triangles.filter((_, i) => i % 3 === k);
    return { low: values.reduce((a, b) => Math.min(a, b)), high: values.reduce((a, b) => Math.max(a, b)) };
  });

function areas(t: Float64Array): number[] {
  return Array.from({ length: t.length / 9 }, (_, i) => {
    const [u, v] = [3, 6].map((corner) => [0, 1, 2].map((k) => t[9 * i + corner + k]! - t[9 * i + k]!)) as [
      number[],
      number[],
    ];
    return Math.hypot(u[1]! * v[2]! - u[2]! * v[1]!, u[2]! * v[0]! - u[0]! * v[2]!, u[0]! * v[1]! - u[1]! * v[0]!) / 2;
  });
}

describe('shapes', () => {
  it('are ten categories, the five of the figures first', () => {
    expect(categoryIds.join()).toBe('chair,table,lamp,plane,car,mug,bench,sofa,shelf,bed');
    expect(FIVE.join()).toBe('chair,table,lamp,plane,car');
  });

  it.each(categoryIds)(
    '%s: seeds 0 … 49 are finite, of whole triangles, none degenerate, in a box about 0 with longest edge 1',
    (id) => {
      for (let seed = 0; seed < 50; seed++) {
        const raw = build(id, seed);
        expect(raw.length % 9).toBe(0);
        expect(raw.every(Number.isFinite)).toBe(true);
        const triangles = normalise(raw);
        expect(Math.min(...areas(triangles)), `seed ${seed}`).toBeGreaterThan(1e-7);
        const edges = edgesOf(triangles);
        for (const { low, high } of edges) expect(low + high).toBeCloseTo(0, 12);
        expect(Math.max(...edges.map(({ low, high }) => high - low))).toBeCloseTo(1, 12);
        expect(Math.min(...edges.map(({ low, high }) => high - low))).toBeGreaterThan(0.05);
      }
    },
  );

  it.each(categoryIds)('%s: seeds 0 … 49 are of many builds, none twice', (id) => {
    const shapes = Array.from({ length: 50 }, (_, seed) => build(id, seed));
    expect(new Set(shapes.map((shape) => shape.join())).size).toBe(50);
    // What changes the structure changes the number of triangles; a car's structure is one.
    expect(new Set(shapes.map((shape) => shape.length)).size).toBeGreaterThanOrEqual(
      { car: 1, plane: 3 }[id as string] ?? 8,
    );
  });
});

describe('mesh', () => {
  it('a closed shape encloses its volume', () => {
    const volume = (t: Float64Array) => {
      let sum = 0;
      for (let o = 0; o < t.length; o += 9) {
        const [ax, ay, az, bx, by, bz, cx, cy, cz] = t.subarray(o, o + 9) as unknown as [number, number, number, number, number, number, number, number, number]; // prettier-ignore
        sum += (ax * (by * cz - bz * cy) + ay * (bz * cx - bx * cz) + az * (bx * cy - by * cx)) / 6;
      }
      return sum;
    };
    const box = createMesh();
    box.box([1, 2, 3], [2, 3, 4], 0.4);
    expect(Math.abs(volume(box.triangles()))).toBeCloseTo(24, 10);
    const tube = createMesh();
    tube.tube([1, 0, 0], [1, 2, 1], 0.5, 4);
    expect(Math.abs(volume(tube.triangles()))).toBeCloseTo(0.5 * Math.sqrt(5), 10);
    const lathe = createMesh();
    lathe.lathe([[0, 0], [1, 0], [1, 2], [0, 2]], { sides: 4 }); // prettier-ignore
    expect(Math.abs(volume(lathe.triangles()))).toBeCloseTo(4, 10);
  });
});
