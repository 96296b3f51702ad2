import fc from 'fast-check';
import { expect, test } from 'vitest';
import { surfaces } from '../../src/surfaces/index.ts';
import { createDisplay, displayHeight, displayPoint, floorPoint, type DisplayInputs } from '../../src/view/display.ts';
import { sceneOf } from './states.ts';
import { surfacesByHand, transformOf } from '../browser/relief/reference.ts';

const bowl: DisplayInputs = {
  domain: [-10, 10, -10, 10],
  rect: [-10, 10, -3.125, 3.125],
  lowest: 0,
  cut: 8,
  relief: 0.42,
  exaggeration: 1,
  log: false,
};
const nowhere = { x: NaN, y: NaN, z: NaN };

test('linear: the cut stands at relief × shorter side, the rest in proportion', () => {
  const display = createDisplay(bowl);
  expect(display.scale).toBe(1);
  expect(displayHeight(display, 8)).toBeCloseTo(0.42 * 6.25, 12);
  expect(displayHeight(display, 4)).toBeCloseTo(0.21 * 6.25, 12);
  expect(displayHeight(display, 0)).toBe(0);
  expect(displayHeight(display, 16)).toBeCloseTo(0.84 * 6.25, 12);
  expect(displayHeight(createDisplay({ ...bowl, exaggeration: 3 }), 8)).toBeCloseTo(1.26 * 6.25, 12);
});

test('log: the same at cut and minimum, decades equally far apart above the floor, never below the minimum', () => {
  const display = createDisplay({ ...bowl, log: true });
  expect(displayHeight(display, 8)).toBeCloseTo(0.42 * 6.25, 12);
  expect(displayHeight(display, 0)).toBe(0);
  expect(displayHeight(display, -1)).toBe(0);
  // u = 1e-4, the floor: log 2 / log 10001.
  expect(displayHeight(display, 8e-4)).toBeCloseTo((2.625 * Math.LN2) / Math.log(10001), 12);
  const [a, b, c] = [0.08, 0.8, 8].map((f) => displayHeight(display, f)) as [number, number, number];
  // Off by what the 1 in log(1 + u/floor) is at u = 0.01: a hundredth.
  expect((b - a) / (c - b)).toBeCloseTo(1, 2);
});

test('east is +x, north is −z, the plan lies a tenth of the longer side and more below', () => {
  const display = createDisplay({ ...bowl, domain: [0, 10, 20, 25], rect: [0, 10, 20, 25], lowest: -2, cut: 2 });
  expect(displayPoint(display, 10, 25, -2, { ...nowhere })).toEqual({ x: 10, y: 0, z: -5 });
  expect(displayPoint(display, 0, 20, 0, { ...nowhere })).toMatchObject({ x: -10, z: 5 });
  expect(displayPoint(display, 5, 22.5, 2, { ...nowhere }).y).toBeCloseTo(0.42 * 10, 12);
  expect(floorPoint(display, 5, 22.5, { ...nowhere })).toEqual({ x: 0, y: -(0.1 * 20 + 0.34 * (10 - 6)), z: 0 });
});

test('a cut that is not above the lowest point still gives a transform without a division by zero', () => {
  for (const cut of [0, -1]) {
    const display = createDisplay({ ...bowl, cut });
    expect(displayHeight(display, 1)).toBeCloseTo(0.42 * 6.25, 12);
  }
});

test('higher f never stands lower (seed 1)', () => {
  const number = fc.double({ min: -1e3, max: 1e3, noNaN: true });
  fc.assert(
    fc.property(number, number, fc.boolean(), (f, g, log) => {
      const display = createDisplay({ ...bowl, log });
      expect(displayHeight(display, Math.max(f, g))).toBeGreaterThanOrEqual(displayHeight(display, Math.min(f, g)));
    }),
    { seed: 1 },
  );
});

test.each(['bowl', 'rosenbrock', 'himmelblau'] as const)(
  '%s: as the second transform has it, linear and log (seed 2)',
  (id) => {
    const [x0, x1, y0, y1] = surfaces[id].domain;
    for (const height of ['linear', 'log'] as const) {
      const { display } = sceneOf({ surface: id, height, exaggeration: 1.7 }).model;
      const other = transformOf(surfacesByHand[id], surfaces[id], { exaggeration: 1.7, log: height === 'log' });
      const unit = fc.double({ min: 0, max: 1, noNaN: true });
      fc.assert(
        fc.property(unit, unit, (u, v) => {
          const [x, y] = [x0 + u * (x1 - x0), y0 + v * (y1 - y0)];
          const f = surfacesByHand[id].value(x, y);
          const ours = displayPoint(display, x, y, f, { ...nowhere });
          for (const [k, value] of [ours.x, ours.y, ours.z].entries()) {
            // Both in float64; only the order of operations differs.
            expect(value).toBeCloseTo(other.world(x, y, f)[k as 0 | 1 | 2], 8);
          }
        }),
        { seed: 2 },
      );
    }
  },
);
