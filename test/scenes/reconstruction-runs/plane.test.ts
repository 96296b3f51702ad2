import { expect, test } from 'vitest';
import { everyOther } from '../../../src/reconstruction/everyOther.ts';
import { placeOf, pointsOn } from '../../../scenes/reconstruction/picture/plane.ts';
import { PICTURE_SIZE, type Picture } from '../../../src/reconstruction/types.ts';

const SIZE = PICTURE_SIZE;

/** Only the pixels of columns and rows from 32 on: the lower right quarter. */
function quarter(): Picture {
  const mask = Uint8Array.from({ length: SIZE * SIZE }, (_, i) =>
    i % SIZE >= SIZE / 2 && Math.floor(i / SIZE) >= SIZE / 2 ? 255 : 0,
  );
  return { gray: mask, mask };
}

test('the plane stands behind the points, and the object on it is as large as they are', () => {
  const place = placeOf(Float64Array.of(-0.5, -0.2, -0.3, 0.5, 0.3, 0.4));
  expect(place.x).toBeCloseTo(0, 12);
  expect(place.y).toBeCloseTo(0.05, 12);
  expect(place.z).toBeLessThan(-0.3);
  // 56 of 64 pixels are 1 wide.
  expect(place.edge).toBeCloseTo(64 / 56, 12);
});

test('points start on the object’s own pixels, rows counted from the top, the same each time', () => {
  const place = { x: 1, y: 2, z: -3, edge: 2 };
  const points = pointsOn(place, quarter(), 256);
  for (let i = 0; i < points.length; i += 3) {
    expect(points[i]).toBeGreaterThanOrEqual(1);
    expect(points[i]).toBeLessThanOrEqual(2);
    expect(points[i + 1]).toBeGreaterThanOrEqual(1);
    expect(points[i + 1]).toBeLessThanOrEqual(2);
    expect(points[i + 2]).toBe(-3);
  }
  // Spread over all of it: each quarter of the quarter has its share of 64, give or take what strata leave to chance.
  const high = points.filter((y, i) => i % 3 === 1 && y > 1.5).length;
  expect(Math.abs(high - 128)).toBeLessThanOrEqual(4);
  expect(pointsOn(place, quarter(), 256)).toEqual(points);
});

test('a picture without an object still has points to start from', () => {
  const empty = new Uint8Array(SIZE * SIZE);
  const points = pointsOn({ x: 0, y: 0, z: 0, edge: 1 }, { gray: empty, mask: empty }, 8);
  expect(points.every(Number.isFinite)).toBe(true);
});

test('even and odd places of a sample are two halves with nothing in common', () => {
  const points = Float64Array.from({ length: 12 }, (_, i) => i);
  expect([...everyOther(points, 0)]).toEqual([0, 1, 2, 6, 7, 8]);
  expect([...everyOther(points, 1)]).toEqual([3, 4, 5, 9, 10, 11]);
});
