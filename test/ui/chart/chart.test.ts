import { expect, test } from 'vitest';
import { words } from '../../../scenes/optimizers/words/index.ts';
import { addTexts } from '../../../src/i18n/index.ts';
import { lossFloorOf } from '../../../scenes/optimizers/runs/lossFloor.ts';
import { recordsOf } from '../../../scenes/optimizers/runs/runViews.ts';
import { resolve } from '../../../scenes/optimizers/state/rules.ts';
import { chartDataOf } from '../../../scenes/optimizers/chart/chartData.ts';
import { heightOn } from '../../../src/ui/chart/logAxis.ts';
import { heightAtRow } from '../../../src/ui/chart/stepLine.ts';
import { chartFrame, stepAt, stepTicks, xOf, yOf } from '../../../src/ui/chart/frame.ts';
import { powerOfTen } from '../../../src/ui/chart/powers.ts';
import { readoutOf } from '../../../scenes/optimizers/chart/readout.ts';
import { chartSummary } from '../../../scenes/optimizers/chart/summary.ts';
import { wordsOf } from '../../../src/ui/useText.ts';

addTexts(words);

test('decades have superscripts', () => {
  expect([-13, 0, 1, 2].map(powerOfTen)).toEqual(['10⁻¹³', '1', '10', '10²']);
});

test('f_min is that of the known minima', () => {
  const camel = resolve({ surface: 'six-hump-camel' });
  expect(lossFloorOf(camel, recordsOf(camel))).toEqual({ value: -1.031628453489877, from: 'minima' });
});

test('without known minima f_min is the least on a grid and on the paths inside the domain, not where a path leaves', () => {
  // f = x² − y² on [−2, 2]²: least at (0, ±2), which the grid holds. SGD runs out along y to far below that.
  const saddle = resolve({ surface: 'saddle', runs: { sgd: { params: { lr: 0.2 } } } });
  const runs = recordsOf(saddle);
  const sgd = runs.find(({ id }) => id === 'sgd');
  expect(Math.min(...(sgd?.record.f ?? []))).toBeLessThan(-4);
  expect(lossFloorOf(saddle, runs)).toEqual({ value: -4, from: 'samples' });
});

test('a path that goes lower than the grid inside the domain sets f_min', () => {
  // A pit between the samples of the grid, 0.1 apart: SGD starts beside its bottom at (0.05, 0.05).
  const pit = resolve({
    formula: '1 - exp(-((x - 0.05)^2 + (y - 0.05)^2)/0.0001)',
    domain: [-5, 5, -5, 5],
    start: [0.05, 0.05],
    steps: 1,
  });
  expect(lossFloorOf(pit, recordsOf(pit))).toEqual({ value: 0, from: 'samples' });
});

test('heights: decades are even, an exact minimum stands at the foot, between rows in between', () => {
  const axis = { low: -3, high: 1, below: false, above: false };
  expect([10, 1, 0.1, 0.01, 0.001].map((value) => heightOn(axis, value))).toEqual([1, 0.75, 0.5, 0.25, 0]);
  expect([0, -5, 1e-9, 1e9].map((value) => heightOn(axis, value))).toEqual([0, 0, 0, 1]);
  expect(heightAtRow((value) => heightOn(axis, value), Float64Array.of(10, 0.1), 0.5)).toBe(0.75);
  expect(heightAtRow((value) => heightOn(axis, value), Float64Array.of(10, 0.1), 9)).toBe(0.5);
});

test("the book's experiment: f at the start is 6.45 on an axis of 10⁻⁴ … 10", () => {
  const state = resolve({});
  const data = chartDataOf(state, recordsOf(state));
  expect(data.axis).toEqual({ low: -4, high: 1, below: false, above: false });
  expect(data.series.map((values) => [values.length, values[0]])).toEqual(Array.from({ length: 4 }, () => [31, 6.45]));
});

test('places and steps are inverse to one another, ticks are whole steps', () => {
  for (const [width, steps] of [
    [800, 30],
    [340, 30],
    [800, 2000],
    [340, 1],
  ] as const) {
    const frame = chartFrame(width, steps);
    for (const step of [0, 1, Math.floor(steps / 2), steps]) expect(stepAt(frame, xOf(frame, step))).toBe(step);
    expect([stepAt(frame, -50), stepAt(frame, 5000)]).toEqual([0, steps]);
    expect(stepTicks(frame).every(Number.isInteger)).toBe(true);
    expect(yOf(frame, 0)).toBe(frame.bottom);
    expect(yOf(frame, 1)).toBe(frame.top);
  }
});

test('a higher room makes a higher chart, down to what its numbers need', () => {
  const [usual, tall, flat] = [104, 260, 20].map((height) => chartFrame(800, 30, height));
  expect([usual!.bottom - usual!.top, tall!.bottom - tall!.top]).toEqual([64, 220]);
  expect(flat!.bottom).toBeGreaterThan(flat!.top);
});

test('the readout: f at a step, off the map, diverged', () => {
  const state = resolve({ runs: { sgd: { params: { lr: 1.1 } } } });
  const sgd = recordsOf(state).find(({ id }) => id === 'sgd')!;
  expect(readoutOf(sgd, 0)).toEqual({ kind: 'value', f: 6.45, off: false });
  // y grows by −1.2 a step from 2: beyond 10 first at 2·1.2⁹ = 10.32.
  expect(readoutOf(sgd, 8)).toMatchObject({ kind: 'value', off: false });
  expect(readoutOf(sgd, 9)).toMatchObject({ kind: 'value', off: true });
  const wild = resolve({ steps: 200, runs: { sgd: { params: { lr: 5 } } } });
  const run = recordsOf(wild).find(({ id }) => id === 'sgd')!;
  expect(run.record.divergedAt).not.toBeNull();
  expect(readoutOf(run, run.record.count)).toEqual({ kind: 'diverged', step: run.record.divergedAt });
});

test('the chart in words, in both languages', () => {
  const state = resolve({
    runs: { momentum: { enabled: false }, adagrad: { enabled: false }, adam: { enabled: false } },
  });
  expect(chartSummary(wordsOf('en'), 30, recordsOf(state))).toMatch(/30 updates.*SGD goes from 6\.45 to 0\.013/);
  expect(chartSummary(wordsOf('ja'), 30, recordsOf(state))).toMatch(/30 回.*SGD は 6\.45 から 0\.013/);
});
