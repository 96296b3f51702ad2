import { expect, test } from 'vitest';
import { createRng } from '../../../src/math/rng.ts';
import { groundShadow } from '../../../src/view/clouds/groundShadow.ts';
import { createSpace } from '../../../src/view/clouds/space.ts';
import { leftOfPlane } from '../../../scenes/reconstruction/answer/plane.ts';

const box = { min: [-1, -1, -1], max: [1, 1, 1] } as const;
const space = createSpace(box, 'y');

/** A board over the right half of the ground, at a height. Seeded. */
function board(height: number): Float64Array {
  const rng = createRng(1, 'board');
  const points = Array.from({ length: 400 }, () => [rng.between(0, 1), height, rng.between(-1, 1)]).flat();
  // Two points far left that hold the square's place, one of them on the ground.
  return Float64Array.of(...points, -1, 0, -1, -1, height, 1);
}

/** How dark it is at a place of the ground, in the target's unit. */
function darkAt(points: Float64Array, x: number, z: number): number {
  const { darkness, size, centre, half } = groundShadow(points, space);
  const cell = (value: number, middle: number) =>
    Math.floor(((value * space.scale - middle + half) / (2 * half)) * size);
  return darkness[cell(z, centre[2]) * size + cell(x, centre[0])]!;
}

test('a board’s shadow lies under it and nowhere else; it stands on its lowest points', () => {
  const points = board(0.05);
  expect(darkAt(points, 0.5, 0)).toBeGreaterThan(90);
  expect(darkAt(points, -0.5, 0)).toBe(0);
  expect(groundShadow(points, space).centre[1]).toBeCloseTo(0.05 * space.scale, 6);
});

test('the higher it is, the softer: its border is wider and its middle paler', () => {
  const [low, high] = [board(0.05), board(1.2)];
  // Many points on the ground, far off, so that both stand on the same one.
  const feet = Array.from({ length: 40 }, () => [-1, 0, -1]).flat();
  const [near, far] = [low, high].map((points) => Float64Array.of(...points, ...feet)) as [Float64Array, Float64Array];
  expect(darkAt(far, 0.5, 0)).toBeLessThan(darkAt(near, 0.5, 0));
  expect(darkAt(far, -0.25, 0)).toBeGreaterThan(darkAt(near, -0.25, 0));
});

test('behind the finished answer the picture is left for who looks from where it was taken, upright or not', () => {
  for (const tilt of [0, 23]) {
    const stands = createSpace(box, 'y', tilt);
    const { worldFromTarget: m, scale } = stands;
    const along = { x: -m[2]! / scale, y: -m[6]! / scale, z: -m[10]! / scale };
    expect(leftOfPlane(stands, along)).toBeCloseTo(0.62, 12);
    expect(leftOfPlane(stands, { x: Math.sin(0.3), y: along.y * Math.cos(0.3), z: along.z * Math.cos(0.3) })).toBe(0);
    expect(leftOfPlane(stands, { x: -along.x, y: -along.y, z: -along.z })).toBe(0);
  }
});
