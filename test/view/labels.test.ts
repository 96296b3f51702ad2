import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Box } from '../../src/math/box.ts';
import { boxOf, keepApart, Occupancy, placeLabels, type Label, type MovingLabel } from '../../src/view/labels.ts';

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
        // Names at heads look twice as far.
        for (const { label, x, y } of placed) {
          expect(Math.abs(x - label.anchorX - label.wishX)).toBeLessThanOrEqual(2 * label.reach);
          expect(Math.abs(y - label.anchorY - label.wishY)).toBeLessThanOrEqual(2 * label.reach);
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

  test('of two that wish for one place the first has it; the same wishes give the same places (seed 4)', () => {
    const wish = { anchorX: 300, anchorY: 200, width: 60, wishX: 0, wishY: -40, reach: 150 };
    const [first, second] = placeLabels(named([wish, wish]), occupied([]), nowhere);
    expect(first).toMatchObject({ label: { id: '0' }, x: 300, y: 160 });
    expect(second).toMatchObject({ label: { id: '1' } });
    expect(overlap(boxOf(first!.label, first!.x, first!.y), boxOf(second!.label, second!.x, second!.y))).toBe(false);
    fc.assert(
      fc.property(labels, fc.array(box, { maxLength: 12 }), (wanted, taken) => {
        const once = placeLabels(named(wanted), occupied(taken), nowhere);
        expect(placeLabels(named(wanted), occupied(taken), nowhere)).toEqual(once);
      }),
      { seed: 4 },
    );
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

describe('the names at the heads', () => {
  /** Where the four heads stood and how wide their names are, read off the walk's pictures. */
  const walk = {
    'the end of the run, 1280 × 720, ja': {
      width: 984,
      heads: [
        [486, 380],
        [497, 379],
        [504, 369],
        [538, 371],
      ],
    },
    'update 26 on a phone': {
      width: 390,
      heads: [
        [184, 452],
        [192, 445],
        [193, 440],
        [195, 436],
      ],
    },
  } as const;
  const widths = [42, 69, 51, 86];
  const names = (heads: readonly (readonly [number, number])[]): Label[] =>
    heads.map(([anchorX, anchorY], i) => ({
      id: `head-${i}`,
      text: 'x',
      kind: 'head',
      anchorX,
      anchorY,
      width: widths[i]!,
      height: 20,
      wishX: (i - 1.5) * 64,
      wishY: -64,
      reach: 260,
    }));
  const apart = (boxes: readonly Box[]) => {
    boxes.forEach((one, i) => {
      for (const other of boxes.slice(0, i)) expect(overlap(one, other)).toBe(false);
    });
  };

  test.each(Object.entries(walk))(
    '%s: all four have their place, even where paths take all the room',
    (_, { width, heads }) => {
      const viewport = { width, height: 612 };
      for (const full of [false, true]) {
        const [taken, firm] = [new Occupancy(viewport), new Occupancy(viewport)];
        const card = { left: 0, top: 0, right: width, bottom: 325 };
        for (const occupancy of [taken, firm]) {
          if (width < 500) occupancy.addBox(card);
          for (const [x, y] of heads) occupancy.addPoint(x, y, 13);
        }
        if (full) taken.addBox({ left: 0, top: 0, right: width, bottom: 612 });
        const placed = placeLabels(names(heads), taken, nowhere, firm);
        expect(placed).toHaveLength(4);
        const boxes = placed.map(({ label, x, y }) => boxOf(label, x, y));
        apart(width < 500 ? [...boxes, card] : boxes);
      }
    },
  );

  test('what is no name stays out of what is taken, and out of where a name went', () => {
    const [taken, firm] = [occupied([{ left: 0, top: 0, right: 640, bottom: 480 }]), occupied([])];
    const [name, note] = [names([[300, 200]])[0]!, { ...names([[300, 200]])[0]!, id: 'note', kind: 'event' as const }];
    expect(placeLabels([name, note], taken, nowhere, firm).map(({ label }) => label.id)).toEqual(['head-0']);
  });

  const moving = fc.record({
    x: coordinate(200),
    y: coordinate(100),
    width: fc.integer({ min: 10, max: 110 }),
  });
  test('on their way from anywhere they touch neither one another nor a panel, and stay on it where they do not (seed 5)', () => {
    let snapped = 0;
    fc.assert(
      fc.property(fc.array(moving, { minLength: 2, maxLength: 5 }), box, (list, panel) => {
        // Their places: one under another, right of the panel.
        const labels = list.map(({ x, y, width }, i): MovingLabel => ({
          x,
          y,
          toX: 900,
          toY: 30 * i,
          width,
          height: 20,
        }));
        keepApart(labels, [panel]);
        apart([...labels.map((label) => boxOf(label, label.x, label.y)), panel]);
        labels.forEach((label, i) => {
          const there = label.x === 900 && label.y === 30 * i;
          if (there) snapped++;
          else expect([label.x, label.y]).toEqual([list[i]!.x, list[i]!.y]);
        });
      }),
      { seed: 5 },
    );
    expect(snapped).toBeGreaterThan(50);
  });

  test('AdaGrad and Adam change places: on the way they would meet, so that both are there at once; SGD goes on easing', () => {
    const labels: MovingLabel[] = [
      { x: 480, y: 318, toX: 560, toY: 318, width: 69, height: 20 },
      { x: 512, y: 309, toX: 470, toY: 318, width: 51, height: 20 },
      { x: 384, y: 316, toX: 380, toY: 316, width: 42, height: 20 },
    ];
    keepApart(labels, []);
    expect(labels.map(({ x }) => x)).toEqual([560, 470, 384]);
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
