import { expect, test } from 'vitest';
import { resolve } from '../../scenes/optimizers/state/rules.ts';
import { surfaces } from '../../src/surfaces/index.ts';
import { objectiveOf } from '../../src/surfaces/objective.ts';
import { bulkFloor, sampleSurface } from '../../src/surfaces/sampled.ts';
import type { Domain } from '../../src/surfaces/types.ts';
import { createDisplay, displayHeight } from '../../src/view/display.ts';

const square: Domain = [-5, 5, -5, 5];
const floorOf = (formula: string, cut: number, domain = square) =>
  bulkFloor(sampleSurface(objectiveOf(formula), domain), cut);

test('a pole does not stretch the heights, a valley is left whole', () => {
  const pole = resolve({ formula: '-1/(x^2 + y^2)', domain: square });
  // Nine tenths of the square lie above −10π/100 = −0.31, the cut at −0.038.
  expect(floorOf('-1/(x^2 + y^2)', pole.cut)).toBeGreaterThan(-1.5);
  const bowl = resolve({ formula: 'x^2 + y^2', domain: square });
  expect(floorOf('x^2 + y^2', bowl.cut)).toBeLessThan(0);
  expect(floorOf('sqrt(-1 - x^2)', 1)).toBe(-Infinity);
});

test('no bundled surface would lose its bottom to it', () => {
  for (const { formula, domain, cut, name, ...rest } of Object.values(surfaces)) {
    const params = 'params' in rest ? { anisotropy: 20 } : {};
    const sampled = sampleSurface(objectiveOf(formula, params), domain);
    const lowest = Math.min(...sampled.f.filter(Number.isFinite));
    expect(bulkFloor(sampled, cut), name).toBeLessThanOrEqual(lowest);
  }
});

test('what is deeper than the plan stands on the plan', () => {
  const display = createDisplay({
    domain: square,
    rect: square,
    lowest: -1,
    cut: 1,
    relief: 0.3,
    exaggeration: 1,
    log: false,
  });
  expect(displayHeight(display, -1)).toBe(0);
  expect(displayHeight(display, -1e20)).toBe(display.floor);
  expect(displayHeight({ ...display, log: true }, -1e20)).toBe(0);
});
