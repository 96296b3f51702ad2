import { expect, test } from 'vitest';
import { words } from '../../../scenes/optimizers/words/index.ts';
import '../../../scenes/optimizers/words/later.ts';
import { addTexts } from '../../../src/i18n/index.ts';
import { lossFloorOf } from '../../../scenes/optimizers/runs/lossFloor.ts';
import { recordsOf, type RunView } from '../../../scenes/optimizers/runs/runViews.ts';
import { resolve } from '../../../scenes/optimizers/state/rules.ts';
import { chartDataOf } from '../../../scenes/optimizers/chart/chartData.ts';
import { heightOn, logAxisFor } from '../../../src/ui/chart/logAxis.ts';
import { heightAtRow } from '../../../src/ui/chart/stepLine.ts';
import { chartFrame, nameRoom, stepAt, stepTicks, xOf, yOf } from '../../../src/ui/chart/frame.ts';
import { powerOfTen } from '../../../src/ui/chart/powers.ts';
import { isLog, seriesOf } from '../../../scenes/optimizers/chart/quantities.ts';
import { quantities } from '../../../scenes/optimizers/state/quantity.ts';
import { columnsOf } from '../../../scenes/optimizers/table/columns.ts';
import { heightOnLinear, linearAxisFor, linearTicks } from '../../../src/ui/chart/linearAxis.ts';
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
  const data = chartDataOf(wordsOf('en'), state, recordsOf(state));
  expect(logAxisFor(data.series.map((one) => one!.values))).toEqual({ low: -4, high: 1, below: false, above: false });
  expect(data.axis.heightOf(10)).toBe(1);
  expect(data.series.map((one) => [one!.values.length, one!.values[0]])).toEqual(
    Array.from({ length: 4 }, () => [31, 6.45]),
  );
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

test('a long name gets the room that it needs, up to a quarter of the chart', () => {
  const [usual, long, endless] = [60, 120, 900].map((longest) => chartFrame(800, 30, 104, longest));
  expect(usual).toEqual(chartFrame(800, 30));
  expect(nameRoom(long!)).toBeGreaterThanOrEqual(120);
  expect(long!.right).toBeGreaterThan(600);
  expect(endless!.right).toBe(600);
});

test('the readout: f at a step, off the map, diverged', () => {
  const state = resolve({ runs: { sgd: { params: { lr: 1.1 } } } });
  const sgd = recordsOf(state).find(({ id }) => id === 'sgd')!;
  const loss = (run: RunView) => seriesOf(run, 'loss', -1);
  // Not f − f_min.
  expect(readoutOf(sgd, 0, loss(sgd))).toEqual({ kind: 'value', symbol: 'f', value: 6.45, off: false });
  // y grows by −1.2 a step from 2: beyond 10 first at 2·1.2⁹ = 10.32.
  expect(readoutOf(sgd, 8, loss(sgd))).toMatchObject({ kind: 'value', off: false });
  expect(readoutOf(sgd, 9, loss(sgd))).toMatchObject({ kind: 'value', off: true });
  const wild = resolve({ steps: 200, runs: { sgd: { params: { lr: 5 } } } });
  const run = recordsOf(wild).find(({ id }) => id === 'sgd')!;
  expect(run.record.divergedAt).not.toBeNull();
  expect(readoutOf(run, run.record.count, loss(run))).toEqual({ kind: 'diverged', step: run.record.divergedAt });
});

test('the chart in words, in both languages', () => {
  const state = resolve({
    runs: { momentum: { enabled: false }, adagrad: { enabled: false }, adam: { enabled: false } },
  });
  const runs = recordsOf(state);
  expect(chartSummary(wordsOf('en'), 30, 'loss', runs, [])).toMatch(/30 updates.*SGD goes from 6\.45 to 0\.013/);
  expect(chartSummary(wordsOf('ja'), 30, 'loss', runs, [])).toMatch(/30 回.*SGD は 6\.45 から 0\.013/);
  const ys = runs.map((run) => seriesOf(run, 'y', 0));
  expect(chartSummary(wordsOf('en'), 30, 'y', runs, ys)).toMatch(/“y”.*30 updates.*SGD goes from 2 to 0\.08478/);
  expect(chartSummary(wordsOf('en'), 30, 'memoryX', runs, [null])).toContain('SGD has none.');
});

test('every quantity of every run is its record’s, by the numbers of the book’s experiment', () => {
  const state = resolve({});
  const runs = recordsOf(state);
  const [sgd, momentum, adagrad, adam] = runs as [RunView, RunView, RunView, RunView];
  const row = (run: RunView, quantity: (typeof quantities)[number], at: number) =>
    seriesOf(run, quantity, 0)?.values[at];
  // y = 2·(−0.9)ⁿ, ∂f/∂y = 2y; x = −7·0.905ⁿ, ∂f/∂x = x/10.
  for (const n of [0, 1, 7, 30]) {
    const [x, y] = [-7 * 0.905 ** n, 2 * (-0.9) ** n];
    expect(row(sgd, 'x', n)).toBeCloseTo(x, 12);
    expect(row(sgd, 'y', n)).toBeCloseTo(y, 12);
    expect(row(sgd, 'gradient', n)).toBeCloseTo(Math.sqrt((x / 10) ** 2 + 4 * y * y), 12);
    if (n > 0) {
      const [before, was] = [-7 * 0.905 ** (n - 1), 2 * (-0.9) ** (n - 1)];
      expect(row(sgd, 'step', n)).toBeCloseTo(Math.sqrt((x - before) ** 2 + (y - was) ** 2), 12);
      expect(row(sgd, 'rateX', n)).toBe(0.95);
    }
  }
  // v = −lr·g after the first update; h = g², so that the first step is lr whatever g is.
  expect(row(momentum, 'memoryX', 1)).toBeCloseTo(0.07, 12);
  expect(row(momentum, 'memoryY', 1)).toBeCloseTo(-0.4, 12);
  expect(row(adagrad, 'scaleY', 1)).toBeCloseTo(16, 12);
  expect(row(adagrad, 'rateY', 1)).toBeCloseTo(1.5 / (4 + 1e-7), 12);
  expect(row(adam, 'memoryY', 1)).toBeCloseTo(0.4, 12);
  expect(row(adam, 'scaleY', 1)).toBeCloseTo(0.016, 12);
  expect(row(adam, 'step', 1)).toBeCloseTo(0.3 * Math.SQRT2, 5);
  // What a rule has not, and what is not yet.
  expect([row(sgd, 'memoryX', 3), row(momentum, 'scaleX', 3)]).toEqual([undefined, undefined]);
  expect([row(sgd, 'step', 0), row(adam, 'rateX', 0), row(adam, 'scaleX', 0)]).toEqual([NaN, NaN, NaN]);
  expect(readoutOf(sgd, 3, null)).toEqual({ kind: 'none' });
  expect(readoutOf(momentum, 1, seriesOf(momentum, 'memoryY', 0))).toMatchObject({
    symbol: 'v',
    value: expect.closeTo(-0.4, 12) as number,
  });
});

test('the table has x, y and f, and what the chart shows behind them', () => {
  const [sgd, , adagrad] = recordsOf(resolve({})) as [RunView, RunView, RunView];
  expect(columnsOf(sgd, 'y').map(({ symbol }) => symbol)).toEqual(['x', 'y', 'f']);
  expect(columnsOf(sgd, 'scaleX').map(({ symbol }) => symbol)).toEqual(['x', 'y', 'f']);
  const [, , , scale] = columnsOf(adagrad, 'scaleX');
  expect([scale?.key, scale?.symbol, scale?.values[1]]).toEqual(['scaleX', 'h (x)', expect.closeTo(0.49, 12)]);
});

test('what has a sign stands on a linear axis: within its bounds, the rest at the edge; what is no number, nowhere', () => {
  expect(quantities.filter((quantity) => !isLog(quantity))).toEqual(['x', 'y', 'memoryX', 'memoryY']);
  const axis = linearAxisFor([Float64Array.of(2, -1.5, NaN, 40)], [-10, 10]);
  expect(axis).toEqual({ low: -1.5, high: 10, below: false, above: true });
  expect([-1.5, 4.25, 10, 40].map((value) => heightOnLinear(axis, value))).toEqual([0, 0.5, 1, 1]);
  expect(heightOnLinear(axis, NaN)).toBeNaN();
  // Without bounds: ten times the largest first value.
  expect(linearAxisFor([Float64Array.of(0, 0.5, -1e9)], null)).toMatchObject({ low: -5, high: 0.5, below: true });
  expect(linearAxisFor([], null)).toMatchObject({ low: -1, high: 1 });
  expect(linearAxisFor([Float64Array.of(3, 3)], null)).toMatchObject({ low: 1.5, high: 4.5 });
  expect(linearTicks({ ...axis, low: -2, high: 2 }, 5)).toEqual({ values: [-2, -1, 0, 1, 2], decimals: 0 });
  expect(linearTicks({ ...axis, low: -0.1, high: 0.1 }, 4).decimals).toBe(2);
  // A series that begins with nothing: its first number counts.
  expect(logAxisFor([Float64Array.of(NaN, 1, 1e9)])).toEqual({ low: 0, high: 3, below: false, above: true });
});
