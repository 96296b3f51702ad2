import { expect, test } from 'vitest';
import { recordsOf } from '../../scenes/optimizers/runs/runViews.ts';
import { standingOf } from '../../scenes/optimizers/runs/standing.ts';
import { resolve } from '../../scenes/optimizers/state/rules.ts';
import type { Overrides } from '../../scenes/optimizers/state/types.ts';
import { closedForm, sgdAt } from './bowl.ts';

const standingAt = (step: number, overrides: Overrides = {}) => {
  const state = resolve(overrides);
  const runs = recordsOf(state);
  const standing = standingOf(runs, state, step);
  return (
    standing && { ...standing, lowest: standing.lowest.map(({ id }) => id), first: standing.first.map(({ id }) => id) }
  );
};

test('the opening run: AdaGrad is lowest at its end, and the first below 0.1, a power of ten under the start’s 6.45', () => {
  const standing = standingAt(30);
  expect(standing).toMatchObject({ lowest: ['adagrad'], level: 0.1, first: ['adagrad'] });
  // As the walk read it off the chart.
  expect(standing!.above).toBeCloseTo(7.219e-4, 7);
});

test('who is first is who was below at the earliest step, found again by looking at every f', () => {
  const state = resolve({});
  const below = recordsOf(state).map(({ id, record }) => ({ id, row: [...record.f].findIndex((f) => f < 0.1) }));
  const rows = below.filter(({ row }) => row >= 0).map(({ row }) => row);
  const row = Math.min(...rows);
  expect(standingAt(30)).toMatchObject({
    first: below.filter((b) => b.row === row).map(({ id }) => id),
    firstStep: row,
  });
  // Before that step nobody is.
  expect(standingAt(row - 1)).toMatchObject({ first: [], firstStep: NaN });
  expect(standingAt(row)).toMatchObject({ firstStep: row });
});

test('at the start all are alike', () => {
  expect(standingAt(0)).toMatchObject({ lowest: ['sgd', 'momentum', 'adagrad', 'adam'], first: [] });
  expect(standingAt(0)!.above).toBeCloseTo(closedForm(0.95, 0)[0]!.f, 12);
});

test('a run that diverged is lowest no more; one run alone stands among nobody', () => {
  expect(standingAt(30, { runs: { sgd: { params: { lr: 10 } } } })!.lowest).toEqual(['adagrad']);
  const { state, runs } = sgdAt(0.95);
  expect(standingOf(runs, state, 30)).toBeNull();
});

test.each<[string, Overrides]>([
  ['f_min far below 0, a known minimum', { surface: 'six-hump-camel' }],
  ['f_min far above 0, sampled', { formula: '1000 + x^2/20 + y^2' }],
])('heights count from f_min: %s', (_, overrides) => {
  const state = resolve(overrides);
  const runs = recordsOf(state);
  const minimum = state.surface.minima[0]?.f ?? 1000;
  expect(Math.abs(minimum)).toBeGreaterThan(1);
  const standing = standingOf(runs, state, state.steps)!;
  const heights = runs.map(({ record }) => [...record.f].map((f) => f - minimum));
  const start = heights[0]![0]!;
  // A power of ten, from a hundredth to a tenth of what the start lies above f_min.
  expect(standing.level).toBe(10 ** Math.round(Math.log10(standing.level)));
  expect(standing.level).toBeLessThanOrEqual(start / 10);
  expect(standing.level).toBeGreaterThan(start / 100);
  const rows = heights.map((run) => run.findIndex((height) => height < standing.level)).filter((row) => row >= 0);
  expect(rows).not.toEqual([]);
  expect(standing.firstStep).toBe(Math.min(...rows));
  // 1000 + f keeps 13 digits behind the point.
  expect(standing.above).toBeCloseTo(Math.min(...heights.map((run) => run[state.steps]!)), 12);
});
