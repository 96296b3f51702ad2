import { expect, test } from 'vitest';
import { sampleMesh } from '../../src/clouds/sampleMesh.ts';
import { largestDifference } from '../math/difference.ts';
import { box } from './shapes.ts';

/** Which face of the box a point lies on, and where on it, 0 … 1 twice. */
function faceOf(p: Float64Array): { axis: number; side: number; at: number[] } {
  const size = [1, 2, 4];
  const axis = [0, 1, 2].find((c) => Math.abs(p[c]!) < 1e-12 || Math.abs(p[c]! - size[c]!) < 1e-12) ?? -1;
  return {
    axis,
    side: p[axis]! > 1e-12 ? 1 : -1,
    at: [0, 1, 2].filter((c) => c !== axis).map((c) => p[c]! / size[c]!),
  };
}

test('points are uniform over the area: χ² of 4 × 4 cells on each of six faces below 155 (95 degrees of freedom, p < 1e-4; seed 1)', () => {
  const count = 40_000;
  const { points, normals } = sampleMesh(box, count, 1);
  const areas = [8, 4, 2];
  const cells = new Map<string, { n: number; expected: number }>();
  for (let axis = 0; axis < 3; axis++) {
    for (const side of [-1, 1]) {
      for (let cell = 0; cell < 16; cell++) {
        cells.set(`${axis} ${side} ${cell}`, { n: 0, expected: (count * areas[axis]!) / 28 / 16 });
      }
    }
  }
  let wrong = 0;
  for (let i = 0; i < points.length; i += 3) {
    const { axis, side, at } = faceOf(points.subarray(i, i + 3));
    const cell = 4 * Math.min(3, Math.floor(4 * at[0]!)) + Math.min(3, Math.floor(4 * at[1]!));
    cells.get(`${axis} ${side} ${cell}`)!.n += 1;
    wrong = Math.max(
      wrong,
      largestDifference(
        normals!.subarray(i, i + 3),
        [0, 1, 2].map((c) => (c === axis ? side : 0)),
      ),
    );
  }
  expect(wrong).toBe(0);
  const chiSquare = [...cells.values()].reduce((sum, { n, expected }) => sum + (n - expected) ** 2 / expected, 0);
  expect(chiSquare).toBeLessThan(155);
  expect(chiSquare).toBeGreaterThan(48); // too even is not random, either (p < 1e-4)
});

test('a seed gives its points for ever; more points begin with the fewer; seeds differ', () => {
  const a = sampleMesh(box, 100, 7);
  expect(sampleMesh(box, 100, 7)).toEqual(a);
  expect(sampleMesh(box, 300, 7).points.subarray(0, 300)).toEqual(a.points);
  expect(sampleMesh(box, 100, 8).points).not.toEqual(a.points);
  expect(sampleMesh(box, 0, 7).points.length).toBe(0);
});

test('a mesh without area is refused', () => {
  const { vertices } = box;
  expect(() => sampleMesh({ vertices, triangles: new Uint32Array(0) }, 10, 1)).toThrow(/no area/);
  expect(() => sampleMesh({ vertices, triangles: Uint32Array.of(0, 1, 1, 7, 7, 7) }, 10, 1)).toThrow(/no area/);
});
