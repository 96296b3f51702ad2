import { expect, test } from 'vitest';
import { localModelOf, valueAt } from '../../scenes/optimizers/quadratic/localModel.ts';
import { RINGS, sheetOf, SPOKES } from '../../scenes/optimizers/quadratic/sheet.ts';
import { recordsOf } from '../../scenes/optimizers/runs/runViews.ts';
import { resolve } from '../../scenes/optimizers/state/rules.ts';
import type { Overrides } from '../../scenes/optimizers/state/types.ts';
import { objectiveOf } from '../../src/surfaces/objective.ts';

function runIn(id: string, overrides: Overrides) {
  const state = resolve({ ...overrides, runs: { [id]: { enabled: true }, ...overrides.runs } });
  return recordsOf(state).find((run) => run.id === id)!;
}

test('of a rule it is Taylor’s: value, slope and bend of the surface, told apart from it by the third power of the way', () => {
  const run = runIn('sgd', { surface: 'rosenbrock' });
  const model = localModelOf(run, 3)!;
  const { value } = objectiveOf(run.spec.surface.formula);
  expect([model.of, model.x, model.y]).toEqual(['surface', run.record.x[6], run.record.x[7]]);
  const off = (h: number) => Math.abs(valueAt(model, model.x + h, model.y - h) - value(model.x + h, model.y - h));
  expect(off(0)).toBe(0);
  expect(off(1e-2) / off(1e-3)).toBeGreaterThan(900);
  expect(off(1e-2) / off(1e-3)).toBeLessThan(1100);
});

test('of a second-order method it is the one that its step goes to the bottom of', () => {
  const run = runIn('gauss-newton', { surface: 'rosenbrock', start: [-1.2, 1], steps: 4 });
  const model = localModelOf(run, 0)!;
  expect(model).toMatchObject({ of: 'method', shape: 'bowl' });
  expect(model.turning!.x).toBeCloseTo(run.record.x[2]!, 12);
  expect(model.turning!.y).toBeCloseTo(run.record.x[3]!, 12);
  expect(model.turning!.f).toBeCloseTo(0, 10);
});

test('shapes: a dome on top of Himmelblau, a saddle where Newton is caught on Beale, a trough where Gauss–Newton is stuck', () => {
  const shapeOf = (id: string, overrides: Overrides, step: number) => localModelOf(runIn(id, overrides), step)?.shape;
  expect(shapeOf('newton', { surface: 'himmelblau', start: [0, 0] }, 0)).toBe('dome');
  expect(shapeOf('newton', { surface: 'beale', start: [1, 1] }, 3)).toBe('saddle');
  const redundant = { formula: '(x*y - 1)^2', domain: [-3, 3, -3, 3], start: [2, 0.5] } as const;
  expect(shapeOf('gauss-newton', redundant, 0)).toBe('trough');
});

test('a bowl’s rings lie level, the ellipse through the iterate on its height, the axes along the eigenvectors', () => {
  const model = localModelOf(runIn('newton', { surface: 'beale', start: [2.5, 0.2] }), 0)!;
  expect(model.shape).toBe('bowl');
  const { places, level, axes, centre } = sheetOf(model, 9, 1e-9);
  const heights = (ring: number) => Array.from({ length: SPOKES }, (_, k) => places[3 * (ring * SPOKES + k) + 2]!);
  for (let ring = 0; ring <= RINGS; ring++) {
    const lowest = Math.min(...heights(ring));
    expect(Math.max(...heights(ring)) - lowest).toBeLessThan(1e-9 * (1 + Math.abs(lowest)));
  }
  expect(heights(0)[0]).toBeCloseTo(model.turning!.f, 9);
  expect(heights(RINGS)[0]).toBeGreaterThan(model.f);
  for (let k = 0; k < SPOKES; k++) expect(level![3 * k + 2]).toBeCloseTo(model.f, 9);
  const { xx, xy, yy } = model.bend;
  for (const [axis, curvature] of [
    [axes[0]!, model.eigen.largest],
    [axes[1]!, model.eigen.smallest],
  ] as const) {
    const [dx, dy] = [axis[1][0] - centre[0], axis[1][1] - centre[1]];
    expect(xx * dx + xy * dy).toBeCloseTo(curvature * dx, 8);
    expect(xy * dx + yy * dy).toBeCloseTo(curvature * dy, 8);
  }
});
