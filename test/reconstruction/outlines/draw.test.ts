import { expect, test } from 'vitest';
import { maskBox } from '../../../src/reconstruction/crop.ts';
import { drawOutline } from '../../../src/reconstruction/outlines/draw.ts';
import { outlines } from '../../../src/reconstruction/outlines/index.ts';
import { galleryIds } from '../../../scenes/reconstruction/state.ts';

const covered = (mask: Uint8Array) => mask.reduce((sum, value) => sum + value, 0) / 255;

test('a square ring covers what it surrounds: its hole is outside, its edges are exact', () => {
  const square = (from: number, to: number) => ({ points: [from, from, to, from, to, to, from, to] });
  const { mask, gray } = drawOutline([square(0, 10), square(2.5, 7.5)]);
  expect(covered(mask)).toBeCloseTo(56 * 56 - 28 * 28, 0);
  expect(mask[32 * 64 + 32]).toBe(0);
  expect(mask[6 * 64 + 6]).toBe(255);
  expect(mask[3 * 64 + 3]).toBe(0);
  expect(gray[6 * 64 + 6]).toBe(Math.round(0.75 * 255));
});

test('a curve goes through its points', () => {
  const { mask } = drawOutline([{ points: [50, 0, 100, 50, 50, 100, 0, 50], curved: true }], 100);
  const inside = covered(mask) / (0.875 * 100) ** 2;
  // Between the rhombus (0.5) and the square (1): near a disc.
  expect(inside).toBeGreaterThan(0.6);
  expect(inside).toBeLessThan(0.85);
});

test.each(galleryIds)('%s is one of the gallery, on its tight crop', (id) => {
  const { mask } = drawOutline(outlines[id]);
  const box = maskBox(mask, 64)!;
  expect(Math.max(box.right - box.left, box.bottom - box.top)).toBeGreaterThanOrEqual(54);
  expect(Math.abs(box.left + box.right - 64)).toBeLessThanOrEqual(2);
  expect(Math.abs(box.top + box.bottom - 64)).toBeLessThanOrEqual(2);
  expect(covered(mask)).toBeGreaterThan(300);
});
