import { expect, test } from 'vitest';
import { planLayout } from '../../../scenes/optimizers/book/layout.ts';

const base = { width: 1000, height: 800, aspect: 1, lines: 1 };

test('four plans stand two by two, whatever the room', () => {
  for (const [width, height] of [
    [800, 800],
    [1400, 500],
    [360, 520],
  ] as const) {
    const { columns, cells } = planLayout({ ...base, width, height, count: 4 });
    expect(columns).toBe(2);
    const [a, b, c, d] = cells.map(({ plot }) => plot) as [never, never, never, never] as { x: number; y: number }[];
    expect(a!.y).toBe(b!.y);
    expect(c!.y).toBe(d!.y);
    expect(a!.x).toBe(c!.x);
    expect(b!.x).toBe(d!.x);
  }
});

test('plans keep their aspect to a pixel, lie in the figure and keep apart, for 1 to 6 of them', () => {
  for (let count = 1; count <= 6; count++) {
    for (const aspect of [0.6, 1, 1.7]) {
      for (const [width, height] of [
        [1280, 640],
        [390, 560],
        [700, 300],
      ] as const) {
        const layout = planLayout({ width, height, count, aspect, lines: 2 });
        expect(layout.cells).toHaveLength(count);
        layout.cells.forEach(({ plot, title }, k) => {
          expect(Math.abs(plot.width - plot.height * aspect)).toBeLessThan(1 + aspect);
          expect(title.x).toBeGreaterThanOrEqual(40);
          expect(title.y).toBeGreaterThan(0);
          expect(plot.x + plot.width).toBeLessThanOrEqual(layout.width);
          expect(plot.y + plot.height + 20).toBeLessThanOrEqual(layout.height);
          for (const other of layout.cells.slice(k + 1)) {
            const apart =
              other.plot.x >= plot.x + plot.width + 40 || other.plot.y >= plot.y + plot.height + 20 + 2 * 18;
            expect(apart).toBe(true);
          }
        });
      }
    }
  }
});

test('too little height: the plans keep a readable size and the figure grows', () => {
  const layout = planLayout({ ...base, width: 390, height: 200, count: 4 });
  expect(layout.cells[0]?.plot.width).toBeGreaterThanOrEqual(90);
  expect(layout.height).toBeGreaterThan(200);
});
