import { expect, test } from 'vitest';
import { recordsOf } from '../../../scenes/optimizers/runs/runViews.ts';
import { resolve } from '../../../scenes/optimizers/state/rules.ts';
import { nearestIterate } from '../../../scenes/optimizers/book/nearest.ts';
import type { Plane } from '../../../scenes/optimizers/book/plane.ts';

const plane: Plane = { domain: [-10, 10, -10, 10], rect: { x: 0, y: 0, width: 200, height: 200 } };
const runs = recordsOf(resolve({}));

test('the iterate under the pointer: SGD after one update stands at (−6.335, −1.8), that is (36.65, 118)', () => {
  const found = nearestIterate(runs, 29, plane, [37, 119], 10);
  expect([found?.run.id, found?.row]).toEqual(['sgd', 1]);
});

test('only what is drawn: not beyond the step, nor the last update, which the book leaves out', () => {
  expect(nearestIterate(runs, 0, plane, [36.65, 118], 5)).toBeNull();
  const adagrad = runs.filter(({ id }) => id === 'adagrad');
  const { x } = adagrad[0]!.record;
  const last = [100 + 10 * x[60]!, 100 - 10 * x[61]!] as const;
  expect(nearestIterate(adagrad, 30, plane, last, 10)?.row).toBe(29);
});

test('nothing in reach', () => {
  expect(nearestIterate(runs, 29, plane, [190, 10], 10)).toBeNull();
});
