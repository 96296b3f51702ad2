import { expect, test } from 'vitest';
import { MAX_RISE, riseOf } from '../../scenes/optimizers/runs/rise.ts';
import { closedForm, sgdAt } from './bowl.ts';

const CUT = 8;

test('nothing over the rim: the cut stays at every step', () => {
  const { state, runs } = sgdAt(0.95);
  expect([...riseOf(runs, state, 0)]).toEqual(Array(31).fill(CUT));
});

test('rises from the first step over the rim, a little above each iterate, and never falls (lr 1.02)', () => {
  const { state, runs } = sgdAt(1.02);
  const cuts = riseOf(runs, state, 0);
  const path = closedForm(1.02, 30);
  expect([...cuts.subarray(0, 9)]).toEqual(Array(9).fill(CUT));
  for (let n = 1; n <= 30; n++) expect(cuts[n]).toBeGreaterThanOrEqual(cuts[n - 1]!);
  for (let n = 9; n <= 30; n++) {
    const highest = Math.max(...path.slice(0, n + 1).map(({ f }) => f));
    expect(cuts[n]).toBeGreaterThanOrEqual(Math.min(1.01 * highest, MAX_RISE * CUT));
    expect(cuts[n]).toBeLessThan(Math.min(1.1 * highest, MAX_RISE * CUT + 1e-9));
  }
});

test('stops at four times its height over the lowest point', () => {
  const { state, runs } = sgdAt(1.1, { cut: 5 });
  const beyond = closedForm(1.1, 30).findIndex(({ y, f }) => f > 20 && Math.abs(y) <= 10);
  expect(beyond).toBeGreaterThan(0);
  for (const lowest of [0, -3]) {
    const limit = lowest + MAX_RISE * (5 - lowest);
    const cuts = riseOf(runs, state, lowest);
    expect(Math.max(...cuts)).toBeCloseTo(limit, 12);
    expect(cuts[30]).toBe(Math.max(...cuts));
  }
});

test('what lies off the map raises nothing (lr 10), nor does a run that has ended', () => {
  const { state, runs } = sgdAt(10);
  expect([...riseOf(runs, state, 0)]).toEqual(Array(31).fill(CUT));
});

test('a start above the rim is in the cut from step 0', () => {
  const { state, runs } = sgdAt(0.95, { start: [0, 4] });
  const [first] = riseOf(runs, state, 0);
  expect(first).toBeGreaterThan(16);
  expect(first).toBeLessThan(17);
});
