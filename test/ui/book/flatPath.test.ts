import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { crossing, dotsUpTo, flatPath, headAt, lineUpTo } from '../../../scenes/optimizers/book/flatPath.ts';
import type { Plane } from '../../../scenes/optimizers/book/plane.ts';

const plane: Plane = { domain: [-10, 10, -10, 10], rect: { x: 0, y: 0, width: 200, height: 200 } };

function vertices(data: string): [number, number][] {
  return [...data.matchAll(/[ML](-?[\d.]+) (-?[\d.]+)/g)].map(([, x, y]) => [Number(x), Number(y)]);
}

test("the book's 30 points of SGD become 30 vertices and 30 dots, exact to 0.0005 px", () => {
  const fixture = JSON.parse(readFileSync(new URL('../../fixtures/book-points.json', import.meta.url), 'utf8')) as {
    runs: { sgd: { points: [number, number][] } };
  };
  const points = fixture.runs.sgd.points;
  const path = flatPath(Float64Array.from(points.flat()), 30, plane);
  const expected = points.map(([x, y]) => [100 + 10 * x, 100 - 10 * y]);
  for (const drawn of [vertices(lineUpTo(path, 29)), vertices(dotsUpTo(path, 29))]) {
    expect(drawn).toHaveLength(30);
    drawn.forEach(([x, y], i) => {
      expect(Math.abs(x - (expected[i] as number[])[0]!)).toBeLessThanOrEqual(0.00051);
      expect(Math.abs(y - (expected[i] as number[])[1]!)).toBeLessThanOrEqual(0.00051);
    });
  }
  expect(vertices(lineUpTo(path, 4))).toHaveLength(5);
  expect(vertices(dotsUpTo(path, 0))).toEqual([[30, 80]]);
});

test('a diverging path stays finite, is cut at the border in its own direction, and returns', () => {
  const path = flatPath(Float64Array.of(0, 0, 1e160, 1e160, -1e300, 1e300, 1, 1), 4, plane);
  expect(path.line).not.toMatch(/e|NaN|Infinity/);
  // Out along the diagonal, 20 px beyond the border, then nothing, then in again: from the upper left, far away, to (110, 90).
  const [start, out, back, end] = vertices(path.line);
  expect([start, out, end]).toEqual([
    [100, 100],
    [220, -20],
    [110, 90],
  ]);
  expect(back?.[0]).toBeCloseTo(0, 6);
  expect(back?.[1]).toBeCloseTo(-20, 6);
  expect(vertices(lineUpTo(path, 2))).toHaveLength(2);
  // Cut from a segment 1e12 px long: its ends carry rounding of 1e12 · 2⁻⁵³ relative to their own length.
  expect(path.exit?.[0]).toBeCloseTo(200, 3);
  expect(path.exit?.[1]).toBeCloseTo(0, 3);
  expect(vertices(path.dots)).toEqual([
    [100, 100],
    [110, 90],
  ]);
});

test('a path that stays on the plan has no exit', () => {
  expect(flatPath(Float64Array.of(0, 0, 10, 10), 2, plane).exit).toBeNull();
});

test('the head crosses between iterates and rests on the last', () => {
  const path = flatPath(Float64Array.of(0, 0, 4, 0, 4, 4), 3, plane);
  const head = new Float64Array(2);
  headAt(path, 0.25, head);
  expect([...head]).toEqual([110, 100]);
  expect(crossing(path, 0.25, plane, head)).toBe('M100 100L110 100');
  headAt(path, 2, head);
  expect([...head]).toEqual([140, 60]);
  expect(crossing(path, 2, plane, head)).toBe('');
  headAt(path, 7.5, head);
  expect([...head]).toEqual([140, 60]);
});
