import { expect, test } from 'vitest';
import { eventsOf } from '../../scenes/optimizers/runs/events.ts';
import { closedForm, sgdAt } from './bowl.ts';

const told = (lr: number, rest = {}) => {
  const { state, runs } = sgdAt(lr, rest);
  return eventsOf(runs[0]!, state).map(({ kind, step, f }) => ({ kind, step, f }));
};
const CUT = 8;
const SIDE = 10;

test.each([
  [1.02, 9, null],
  [1.05, 3, 17],
  [1.1, 2, 9],
])('SGD at lr %d: over the rim at step %i, left the map at %s, as in closed form', (lr, rim, left) => {
  const path = closedForm(lr, 30);
  const first = (holds: (point: (typeof path)[number]) => boolean) => path.findIndex(holds);
  const overRim = first(({ y, f }) => f > CUT && Math.abs(y) <= SIDE);
  const outside = first(({ y }) => Math.abs(y) > SIDE);
  expect([overRim, outside]).toEqual([rim, left ?? -1]);
  const events = told(lr);
  expect(events.map(({ kind, step }) => [kind, step])).toEqual([
    ['rim', rim],
    ...(left === null ? [] : [['left', left]]),
  ]);
  // Thirty multiplications of float64.
  for (const { step, f } of events) expect(f / path[step]!.f).toBeCloseTo(1, 12);
});

test('SGD at lr 10 leaves at once and diverges where |f| passes 1e30', () => {
  const path = closedForm(10, 30);
  const diverged = path.findIndex(({ f }) => f > 1e30);
  expect(diverged).toBe(12);
  // At step 1 it is off the map already: never seen over the rim.
  expect(told(10).map(({ kind, step }) => [kind, step])).toEqual([
    ['left', 1],
    ['diverged', diverged],
  ]);
  expect(told(10)[1]!.f).toBeNaN();
});

test('a run that comes back is over the rim at its first time only', () => {
  // From (0, 2.9) at lr 0.95 the first point is the highest: over the rim at step 0, then below it.
  expect(told(0.95, { start: [0, 2.9] })).toEqual([{ kind: 'rim', step: 0, f: 2.9 ** 2 }]);
});

test('a higher cut moves the rim; a quiet run has no event', () => {
  expect(told(1.02, { cut: 20 })).toMatchObject([{ kind: 'rim', step: 21 }]);
  expect(closedForm(1.02, 30).findIndex(({ f }) => f > 20)).toBe(21);
  expect(told(0.95)).toEqual([]);
});
