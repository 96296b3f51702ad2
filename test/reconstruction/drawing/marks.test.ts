import { describe, expect, test } from 'vitest';
import { closes, marked, type PenStroke } from '../../../src/reconstruction/drawing/marks.ts';
import { filledPolygon } from '../../../src/reconstruction/drawing/polygon.ts';
import { CANVAS, drawn, emptyCanvas, pen, ring } from './hands.ts';

const at = ({ alpha }: { readonly alpha: Uint8Array }, x: number, y: number) => alpha[CANVAS * y + x];
const inked = ({ alpha }: { readonly alpha: Uint8Array }) => alpha.reduce((sum, value) => sum + value / 255, 0);

describe('a stroke that comes back to its beginning is filled', () => {
  test('a ring is a disc; half of it is a line', () => {
    const disc = drawn([pen(ring(128, 128, 80))]);
    expect(at(disc, 128, 128)).toBe(255);
    expect(inked(disc)).toBeCloseTo(Math.PI * 86 ** 2, -3);
    expect(at(drawn([pen(ring(128, 128, 80, 0.5))]), 128, 128)).toBe(0);
  });

  test('one that stops a little short, and one that overshoots, are closed', () => {
    for (const part of [0.95, 1.1, 1.2]) expect(at(drawn([pen(ring(128, 128, 80, part))]), 128, 128)).toBe(255);
    expect(at(drawn([pen(ring(128, 128, 80, 0.8))]), 128, 128)).toBe(0);
  });

  test('a pen for lines leaves the hole; the eraser fills nothing', () => {
    expect(at(drawn([pen(ring(128, 128, 80), 6, false)]), 128, 128)).toBe(0);
    const all = drawn([pen(ring(128, 128, 100))]);
    const hole = marked(all, { mode: 'erase', radius: 6, points: ring(128, 128, 40), fills: true });
    expect([at(hole, 128, 128), at(hole, 168, 128)]).toEqual([255, 0]);
  });

  test.each([
    ['a dab', [10, 10]],
    ['a short scratch there and back', [10, 10, 20, 10, 10, 10]],
    ['a straight line', [10, 10, 60, 10, 120, 10, 200, 10]],
  ])('%s closes nothing', (_, points) => {
    expect(closes(pen(points) as PenStroke)).toBe(false);
  });
});

test('a polygon is filled whichever way it winds, crossings too, and clipped to the canvas', () => {
  const corners = [40, 40, 140, 40, 140, 90, 40, 90];
  const area = inked(filledPolygon(emptyCanvas(), corners));
  expect(area).toBe(100 * 50);
  const backwards = [40, 90, 140, 90, 140, 40, 40, 40];
  expect(inked(filledPolygon(emptyCanvas(), backwards))).toBe(area);
  expect(inked(filledPolygon(emptyCanvas(), [...corners, ...corners]))).toBe(area);
  expect(inked(filledPolygon(emptyCanvas(), [-50, -50, 1000, -50, 1000, 1000, -50, 1000]))).toBe(CANVAS ** 2);
});

test('clearing leaves nothing, and the mask before it as it was', () => {
  const before = drawn([pen(ring(128, 128, 80))]);
  const copy = before.alpha.slice();
  expect(inked(marked(before, { mode: 'clear' }))).toBe(0);
  expect(Buffer.compare(before.alpha, copy)).toBe(0);
});
