import { expect, test } from 'vitest';
import { placeLabels } from '../../../scenes/optimizers/book/placeLabels.ts';
import type { Segment } from '../../../scenes/optimizers/book/plane.ts';

const rect = { x: 0, y: 0, width: 400, height: 400 };
const four = ['SGD', 'Momentum', 'AdaGrad', 'Adam'].map((name) => ({ name, x: 60, y: 160 }));

test('labels of heads in one place stand in one column to their right, apart', () => {
  const labels = placeLabels(four, rect, []);
  expect(labels.map(({ x, anchor }) => [x, anchor])).toEqual(four.map(() => [90, 'start']));
  const ys = labels.map(({ y }) => y);
  expect(ys).toEqual([131.5, 150.5, 169.5, 188.5]);
  expect(labels[0]?.leader).toEqual([87, 131.5, 60, 160]);
});

test('they go where they cover no path', () => {
  const wall: Segment[] = [[120, 0, 120, 400]];
  const [label] = placeLabels(four, rect, wall);
  // Left of the heads there is no room, so the right edge: 400 − 4 − the widest name (8 letters).
  expect(label).toMatchObject({ x: 320, anchor: 'start' });
});

test('heads off the plan are pointed at on its border', () => {
  const [label] = placeLabels([{ name: 'SGD', x: 1e9, y: -1e9 }], rect, []);
  expect(label?.leader.slice(2)).toEqual([400, 0]);
  expect(label?.anchor).toBe('end');
});
