import { expect, test } from 'vitest';
import { createRng } from '../../src/math/rng.ts';
import { everyOther } from '../../src/reconstruction/everyOther.ts';
import { onPicture, pictured } from '../../src/reconstruction/pictured.ts';
import { CAMERA_DISTANCE } from '../../src/reconstruction/render.ts';
import { makeSample } from '../../src/reconstruction/sample.ts';
import { seenPoints } from '../../src/reconstruction/seen.ts';
import { categoryIds } from '../../src/reconstruction/shapes/index.ts';
import { PICTURE_SIZE, type Picture } from '../../src/reconstruction/types.ts';
import { surfelsOf, visiblePoints } from '../../src/reconstruction/visible.ts';

const visible = (points: Float64Array) => visiblePoints(surfelsOf(points));
const share = (flags: Iterable<number>) => {
  const all = [...flags];
  return all.reduce((sum, each) => sum + each, 0) / all.length;
};

/** n × n points over a square across the viewer's axis, shaken by a little so that no two planes' points stand exactly behind one another. Seeded. */
function wall(n: number, edge: number, z: number): number[] {
  const rng = createRng(1, 'wall', String(z));
  return Array.from({ length: n * n }, (_, i) => [
    edge * (((i % n) + 0.5 + rng.between(-0.2, 0.2)) / n - 0.5),
    edge * ((Math.floor(i / n) + 0.5 + rng.between(-0.2, 0.2)) / n - 0.5),
    z,
  ]).flat();
}

test('of two walls one behind the other the near one is seen, the far one is not; a far one that reaches beyond is seen there', () => {
  const same = visible(Float64Array.of(...wall(16, 0.8, 0.2), ...wall(16, 0.7, -0.3)));
  expect(share(same.subarray(0, 256))).toBe(1);
  expect(share(same.subarray(256))).toBe(0);
  const near = wall(16, 0.5, 0.3);
  const far = wall(24, 1, -0.3);
  const both = visible(Float64Array.of(...near, ...far));
  expect(share(both.subarray(0, 256))).toBe(1);
  // Where the eye sees the near one's border on the far one.
  const border = 0.25 * ((CAMERA_DISTANCE + 0.3) / (CAMERA_DISTANCE - 0.3));
  for (let i = 0; i < far.length / 3; i++) {
    const beyond = Math.max(Math.abs(far[3 * i]!), Math.abs(far[3 * i + 1]!)) - border;
    // Within a dot's width of it either is right.
    if (Math.abs(beyond) > 0.08) expect([i, both[256 + i]]).toEqual([i, beyond > 0 ? 1 : 0]);
  }
});

test('of a ball the cap before its horizon is seen: z ≥ R² / D', () => {
  const [count, radius] = [1200, 0.5];
  // Fibonacci's spiral: even over the ball.
  const points = Float64Array.from({ length: 3 * count }, (_, k) => {
    const i = Math.floor(k / 3);
    const z = 1 - (2 * (i + 0.5)) / count;
    const across = Math.sqrt(1 - z * z);
    const turn = i * Math.PI * (3 - Math.sqrt(5));
    return radius * [across * Math.cos(turn), across * Math.sin(turn), z][k % 3]!;
  });
  const seen = visible(points);
  const horizon = radius ** 2 / CAMERA_DISTANCE;
  // Within a dot's width of the horizon either is right.
  const band = 0.09;
  for (let i = 0; i < count; i++) {
    const beyond = points[3 * i + 2]! - horizon;
    if (Math.abs(beyond) > band) expect([i, seen[i]]).toEqual([i, beyond > 0 ? 1 : 0]);
  }
});

test('for truths it agrees with their triangles on four points of five (seed 1 of all categories)', () => {
  const agreed = categoryIds.map((category) => {
    const sample = makeSample(category, 1);
    const points = everyOther(sample.points, 0);
    const known = seenPoints(points, sample.triangles);
    return share(visible(points).map((each, i) => (each === known[i] ? 1 : 0)));
  });
  expect(share(agreed)).toBeGreaterThan(0.78);
  expect(Math.min(...agreed)).toBeGreaterThan(0.55);
});

/** A picture all of which is the object: dark left half, light right half. */
const halves: Picture = {
  gray: Uint8Array.from({ length: PICTURE_SIZE ** 2 }, (_, i) => (i % PICTURE_SIZE < PICTURE_SIZE / 2 ? 60 : 200)),
  mask: new Uint8Array(PICTURE_SIZE ** 2).fill(255),
};

test('a point takes the colour of its own place on the picture, and one behind others takes none: what is seen there is not it', () => {
  const [near, far] = [wall(16, 0.8, 0.2), wall(16, 0.7, -0.3)];
  const points = Float64Array.of(...near, ...far);
  const { colours, seen } = pictured(surfelsOf(points), halves);
  for (let i = 0; i < 256; i++) {
    expect(seen[i]).toBe(1);
    if (Math.abs(points[3 * i]!) > 0.02) expect(colours[3 * i]).toBe(points[3 * i]! < 0 ? 60 : 200);
  }
  expect(share(seen.subarray(256))).toBe(0);
  expect(Math.max(...colours.subarray(3 * 256))).toBe(0);
});

test('a picture of its own colours gives them; a pixel that the object shares with the ground gives the object’s part', () => {
  const cloud = surfelsOf(Float64Array.from(wall(16, 0.8, 0)));
  const colours = Uint8Array.from({ length: 3 * PICTURE_SIZE ** 2 }, (_, k) => [10, 120, 230][k % 3]!);
  const own = pictured(cloud, halves, colours);
  expect([...new Set(own.colours)].sort((a, b) => a - b)).toEqual([10, 120, 230]);
  const half = { gray: halves.gray.map((value) => value / 2), mask: halves.mask.map(() => 128) };
  expect([...new Set(pictured(cloud, half).colours)].sort((a, b) => a - b)).toEqual(
    [60, 199, 200].filter((v) => v !== 200),
  );
});

test('beside the object nothing is seen', () => {
  const mask = halves.mask.map((_, i) => (i % PICTURE_SIZE < PICTURE_SIZE / 2 ? 255 : 0));
  const points = Float64Array.from(wall(20, 0.8, 0));
  const places = onPicture(points, mask);
  const { seen } = pictured(surfelsOf(points), { gray: halves.gray, mask });
  // The object's box is 32 × 64 pixels: the square covers it in height and reaches beyond it on both sides, where within 3 pixels it takes the nearest.
  for (let i = 0; i < seen.length; i++) {
    const x = places[2 * i]!;
    if (x >= 0 && x < 32) expect(seen[i]).toBe(1);
    else if (x < -4 || x > 36) expect(seen[i]).toBe(0);
  }
  expect(share(seen)).toBeGreaterThan(0.5);
  expect(share(seen)).toBeLessThan(0.7);
});

test('the truth lies on its own picture: the places of a sample’s points are the object’s pixels (chair 29)', () => {
  const { points, picture } = makeSample('chair', 29);
  const places = onPicture(points, picture.mask);
  const on = Array.from({ length: points.length / 3 }, (_, i) => {
    const [x, y] = [Math.floor(places[2 * i]!), Math.floor(places[2 * i + 1]!)];
    return (picture.mask[y * PICTURE_SIZE + x] ?? 0) > 0 ? 1 : 0;
  });
  expect(share(on)).toBeGreaterThan(0.95);
});
