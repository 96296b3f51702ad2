import { expect, test } from 'vitest';
import { keptInOrder } from '../../../src/scene/parts/keptInOrder.ts';

const gaps = (heights: readonly number[]) => heights.slice(1).map((height, i) => height - heights[i]!);

test('the times beside the rows of a batch, read off a phone where they lay on one another, keep apart', () => {
  // "64 µs" and "1,600 µs" of neighbouring rows, whose ridges end at `of`.
  const wishes = [190, 209, 234, 237, 309];
  const of = [222, 240, 258, 279, 303];
  const placed = keptInOrder(wishes, of, 17, 100, 400);
  for (const gap of gaps(placed)) expect(gap).toBeGreaterThanOrEqual(17 - 1e-9);
  // Whoever has room stays; the two give way alike.
  expect([placed[0], placed[4]]).toEqual([190, 309]);
  expect(placed[2]! + placed[3]!).toBeCloseTo(234 + 237, 9);
});

test('a higher value does not come over that of the row behind: the order is that of the rows, from any side', () => {
  const wishes = [200, 150, 260];
  expect(keptInOrder(wishes, [210, 230, 270], 17, 0, 400)).toEqual([191.5, 208.5, 260]);
  // Seen from behind the rows stand the other way round.
  const behind = keptInOrder([260, 150, 200], [270, 230, 210], 17, 0, 400);
  expect(behind).toEqual([260, 208.5, 191.5]);
});

test('no label leaves the pane; none asks for nothing', () => {
  expect(keptInOrder([5, 6], [0, 1], 17, 20, 60)).toEqual([20, 37]);
  expect(keptInOrder([90, 95], [0, 1], 17, 20, 60)).toEqual([43, 60]);
  expect(keptInOrder([], [], 17, 0, 10)).toEqual([]);
});
