import fc from 'fast-check';
import { expect, test } from 'vitest';
import { brushed, type Stroke } from '../../../src/reconstruction/cutout/brush.ts';
import type { Mask } from '../../../src/reconstruction/cutout/types.ts';

const [width, height] = [24, 16];
const blank = (value: number): Mask => ({ alpha: new Uint8Array(width * height).fill(value), width, height });
const stroke = fc.record({
  mode: fc.constantFrom<Stroke['mode']>('paint', 'erase'),
  radius: fc.double({ min: 0.5, max: 9, noNaN: true }),
  points: fc
    .array(fc.tuple(fc.double({ min: -9, max: 40, noNaN: true }), fc.double({ min: -9, max: 30, noNaN: true })), {
      minLength: 1,
      maxLength: 5,
    }) // prettier-ignore
    .map((points) => points.flat()),
});

test('a dab covers a disc: whole inside, nothing outside, half on its edge', () => {
  const { alpha } = brushed(blank(0), [{ mode: 'paint', radius: 4, points: [12, 8] }]);
  for (let at = 0; at < alpha.length; at++) {
    const distance = Math.hypot((at % width) + 0.5 - 12, Math.floor(at / width) + 0.5 - 8);
    expect(alpha[at]).toBe(Math.round(255 * Math.min(1, Math.max(0, 4.5 - distance))));
  }
});

test('a stroke covers what lies between its points', () => {
  const { alpha } = brushed(blank(0), [{ mode: 'paint', radius: 2, points: [3, 8, 20, 8] }]);
  for (let x = 3; x < 20; x++) expect(alpha[8 * width + x]).toBe(255);
  expect(alpha[4 * width + 10]).toBe(0);
});

test('erasing is painting seen from the other side', () => {
  fc.assert(
    fc.property(stroke, ({ radius, points }) => {
      const painted = brushed(blank(0), [{ mode: 'paint', radius, points }]).alpha;
      const erased = brushed(blank(255), [{ mode: 'erase', radius, points }]).alpha;
      expect(erased).toEqual(painted.map((value) => 255 - value));
    }),
    { seed: 1, numRuns: 60 },
  );
});

test('painting never takes away, erasing never adds; the mask given stays as it is, so that leaving the last stroke out undoes it', () => {
  fc.assert(
    fc.property(fc.array(stroke, { maxLength: 4 }), stroke, fc.integer({ min: 0, max: 255 }), (before, last, value) => {
      const mask = blank(value);
      const old = brushed(mask, before);
      const kept = old.alpha.slice();
      const { alpha } = brushed(old, [last]);
      expect(alpha.every((now, at) => (last.mode === 'paint' ? now >= kept[at]! : now <= kept[at]!))).toBe(true);
      expect(old.alpha).toEqual(kept);
      expect(mask.alpha.every((each) => each === value)).toBe(true);
      expect(brushed(mask, [...before, last]).alpha).toEqual(alpha);
    }),
    { seed: 2, numRuns: 60 },
  );
});

test('a stroke of one point or of none is no error', () => {
  expect(brushed(blank(7), [{ mode: 'paint', radius: 3, points: [] }]).alpha).toEqual(blank(7).alpha);
  expect(brushed(blank(0), [{ mode: 'paint', radius: 3, points: [5, 5] }]).alpha[5 * width + 5]).toBe(255);
});
