import { expect, test } from 'vitest';
import { makeSample } from '../../src/reconstruction/sample.ts';
import { seenPoints } from '../../src/reconstruction/seen.ts';

/** A square of edge 1 at depth z, as two triangles. */
const square = (z: number) => [-0.5, -0.5, z, 0.5, -0.5, z, 0.5, 0.5, z, -0.5, -0.5, z, 0.5, 0.5, z, -0.5, 0.5, z];

test('of two squares one behind the other the viewer sees the front one and what sticks out behind it', () => {
  const triangles = Float64Array.from([...square(0.3), ...square(-0.3)]);
  const points = Float64Array.of(0.1, 0.2, 0.3, 0.1, 0.2, -0.3, 0.9, 0.2, -0.3);
  expect([...seenPoints(points, triangles)]).toEqual([1, 0, 1]);
});

test('perspective: what stands beside the front square in a parallel view is hidden by it from a near eye', () => {
  const triangles = Float64Array.from(square(0.5));
  expect([...seenPoints(Float64Array.of(0.6, 0, -0.5, 0.75, 0, -0.5), triangles)]).toEqual([0, 1]);
});

test('of a closed shape about half is seen, and never what is farthest away in its middle', () => {
  const { points, triangles } = makeSample('car', 3);
  const seen = seenPoints(points, triangles);
  const share = seen.reduce((sum, each) => sum + each, 0) / seen.length;
  expect(share).toBeGreaterThan(0.15);
  expect(share).toBeLessThan(0.65);
});
