import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Box } from '../../src/math/box.ts';
import { boxOf, Occupancy, placeLabels, type Label } from '../../src/view/labels.ts';

const size = { width: 640, height: 480 };
const coordinate = (most: number) => fc.integer({ min: 0, max: most });
const box = fc
  .record({
    x: coordinate(640),
    y: coordinate(480),
    w: fc.integer({ min: 1, max: 160 }),
    h: fc.integer({ min: 1, max: 60 }),
  })
  .map(({ x, y, w, h }): Box => ({ left: x, top: y, right: x + w, bottom: y + h }));
const labels = fc.array(
  fc.record({
    anchorX: coordinate(640),
    anchorY: coordinate(480),
    width: fc.integer({ min: 10, max: 110 }),
    wishX: fc.integer({ min: -60, max: 60 }),
    wishY: fc.integer({ min: -60, max: 60 }),
    reach: fc.constantFrom(0, 40, 150),
  }),
  { maxLength: 10 },
);
const named = (list: readonly Omit<Label, 'id' | 'text' | 'kind' | 'height'>[]): Label[] =>
  list.map((label, i) => ({ ...label, id: `${i}`, text: 'x', kind: 'head', height: 20 }));
const overlap = (a: Box, b: Box) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
const nowhere = new Map<string, { x: number; y: number }>();

function occupied(taken: readonly Box[]): Occupancy {
  const occupancy = new Occupancy(size);
  for (const one of taken) occupancy.addBox(one);
  return occupancy;
}

describe('placeLabels', () => {
  test('no label covers another, nor what is taken, nor leaves the window or its reach (seed 3)', () => {
    let count = 0;
    fc.assert(
      fc.property(labels, fc.array(box, { maxLength: 12 }), (wanted, taken) => {
        const placed = placeLabels(named(wanted), occupied(taken), nowhere);
        count += placed.length;
        const spots = placed.map(({ label, x, y }) => boxOf(label, x, y));
        spots.forEach((spot, i) => {
          for (const other of [...taken, ...spots.slice(0, i)]) expect(overlap(spot, other)).toBe(false);
          expect(spot.left).toBeGreaterThanOrEqual(0);
          expect(spot.top).toBeGreaterThanOrEqual(0);
          // The last column and row of cells of 6 may stick out of the window.
          expect(spot.right).toBeLessThanOrEqual(size.width + 6);
          expect(spot.bottom).toBeLessThanOrEqual(size.height + 6);
        });
        for (const { label, x, y } of placed) {
          expect(Math.abs(x - label.anchorX - label.wishX)).toBeLessThanOrEqual(label.reach);
          expect(Math.abs(y - label.anchorY - label.wishY)).toBeLessThanOrEqual(label.reach);
        }
      }),
      { seed: 3 },
    );
    expect(count).toBeGreaterThan(100);
  });

  test('a label alone stands where it wishes; one without reach stands there or nowhere', () => {
    const one = named([{ anchorX: 300, anchorY: 200, width: 60, wishX: 0, wishY: -40, reach: 150 }]);
    expect(placeLabels(one, occupied([]), nowhere)).toMatchObject([{ x: 300, y: 160 }]);
    const fixed = named([{ anchorX: 300, anchorY: 200, width: 60, wishX: 0, wishY: -40, reach: 0 }]);
    expect(placeLabels(fixed, occupied([]), nowhere)).toMatchObject([{ x: 300, y: 160 }]);
    expect(placeLabels(fixed, occupied([{ left: 320, top: 155, right: 400, bottom: 165 }]), nowhere)).toEqual([]);
  });

  test('a label without room is left out, not drawn over something', () => {
    const one = named([{ anchorX: 300, anchorY: 200, width: 60, wishX: 0, wishY: 0, reach: 150 }]);
    expect(placeLabels(one, occupied([{ left: 0, top: 0, right: 640, bottom: 480 }]), nowhere)).toEqual([]);
  });

  test('a label stays where it stood while its anchor creeps, and goes when it wandered off', () => {
    const at = (anchorX: number) => named([{ anchorX, anchorY: 200, width: 60, wishX: 0, wishY: -40, reach: 150 }]);
    const before = new Map([['0', { x: 300, y: 160 }]]);
    expect(placeLabels(at(306), occupied([]), before)).toMatchObject([{ x: 300, y: 160 }]);
    expect(placeLabels(at(420), occupied([]), before)).toMatchObject([{ x: 420, y: 160 }]);
  });
});

test('Occupancy: a box is free exactly when none of its cells of 6 pixels is taken (seed 4)', () => {
  fc.assert(
    fc.property(fc.array(box, { maxLength: 8 }), fc.array(box, { minLength: 1, maxLength: 8 }), (taken, asked) => {
      const occupancy = occupied(taken);
      const cells = ({ left, top, right, bottom }: Box) => {
        const list: string[] = [];
        for (let i = Math.floor(left / 6); i <= Math.min(Math.floor(right / 6), 106); i++) {
          for (let j = Math.floor(top / 6); j <= Math.min(Math.floor(bottom / 6), 79); j++) list.push(`${i} ${j}`);
        }
        return list;
      };
      const full = new Set(taken.flatMap(cells));
      for (const one of asked) {
        const inside = one.right <= 642 && one.bottom <= 480;
        expect(occupancy.isFree(one)).toBe(inside && !cells(one).some((cell) => full.has(cell)));
      }
    }),
    { seed: 4 },
  );
});

test('Occupancy: no gap along a slanted line', () => {
  const occupancy = new Occupancy(size);
  occupancy.addLine(20, 30, 600, 410, 3);
  for (let i = 0; i <= 2000; i++) {
    const [x, y] = [20 + (580 * i) / 2000, 30 + (380 * i) / 2000];
    expect(occupancy.isFree({ left: x, top: y, right: x, bottom: y })).toBe(false);
  }
  expect(occupancy.isFree({ left: 300, top: 60, right: 320, bottom: 80 })).toBe(true);
});
