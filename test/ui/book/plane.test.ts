import fc from 'fast-check';
import { expect, test } from 'vitest';
import { clipSegment, contains, screenX, screenY, type Plane } from '../../../scenes/optimizers/book/plane.ts';

const plane: Plane = { domain: [-10, 10, -10, 10], rect: { x: 40, y: 30, width: 200, height: 200 } };

test('the corners of the domain fall on the corners of the rectangle, y upwards', () => {
  expect([screenX(plane, -10), screenX(plane, 10)]).toEqual([40, 240]);
  expect([screenY(plane, 10), screenY(plane, -10)]).toEqual([30, 230]);
  // The book's start, by hand: 40 + 3/20·200 and 30 + 8/20·200.
  expect([screenX(plane, -7), screenY(plane, 2)]).toEqual([70, 110]);
});

test('huge coordinates stay finite', () => {
  for (const value of [1e300, -1e300, Number.MAX_VALUE, -Number.MAX_VALUE]) {
    expect(Number.isFinite(screenX(plane, value))).toBe(true);
    expect(Number.isFinite(screenY(plane, value))).toBe(true);
  }
});

test('a clipped segment keeps its direction', () => {
  const rect = { x: 0, y: 0, width: 10, height: 10 };
  expect(clipSegment([5, 5, 25, 15], rect)).toEqual([5, 5, 10, 7.5]);
  expect(clipSegment([1, 2, 3, 4], rect)).toEqual([1, 2, 3, 4]);
  expect(clipSegment([11, 0, 20, 5], rect)).toBeNull();
  expect(clipSegment([-5, -5, 15, 15], rect)).toEqual([0, 0, 10, 10]);
});

test('what is left of a segment lies in the rectangle and on the segment (seed 7)', () => {
  const rect = { x: -3, y: 2, width: 11, height: 7 };
  const coordinate = fc.double({ min: -50, max: 50, noNaN: true });
  fc.assert(
    fc.property(
      coordinate,
      coordinate,
      coordinate,
      coordinate,
      fc.double({ min: 0, max: 1, noNaN: true }),
      (ax, ay, bx, by, u) => {
        const kept = clipSegment([ax, ay, bx, by], rect);
        const [x, y] = [ax + u * (bx - ax), ay + u * (by - ay)];
        const slack = { x: rect.x - 1e-9, y: rect.y - 1e-9, width: rect.width + 2e-9, height: rect.height + 2e-9 };
        if (kept === null)
          expect(contains({ x: -3 + 1e-9, y: 2 + 1e-9, width: 11 - 2e-9, height: 7 - 2e-9 }, x, y)).toBe(false);
        else {
          for (const [px, py] of [kept.slice(0, 2), kept.slice(2)] as [number, number][]) {
            expect(contains(slack, px, py)).toBe(true);
            // Twice the area of the triangle with the segment: 0 on it, up to rounding at |coordinates| ≤ 50.
            expect(Math.abs((bx - ax) * (py - ay) - (by - ay) * (px - ax))).toBeLessThan(1e-9 * 1e4);
          }
        }
      },
    ),
    { seed: 7, numRuns: 500 },
  );
});
