import { expect, test } from 'vitest';
import { freeRoom } from '../../../scenes/optimizers/book/freeRoom.ts';

const area = (width: number, height: number) => width * height;

test('without panels: the stage, less 8 px all round', () => {
  expect(freeRoom({ width: 800, height: 600 }, [], area)).toEqual({ x: 8, y: 8, width: 784, height: 584 });
});

test('between a panel at the left, one at the right and one at the bottom, 8 px clear of each', () => {
  const panels = [
    { left: 0, top: 0, right: 200, bottom: 100 },
    { left: 700, top: 0, right: 1000, bottom: 600 },
    { left: 100, top: 500, right: 650, bottom: 600 },
  ];
  // By area, under the left panel: 8…692 × 108…492 = 262,656; beside it 208…692 × 8…492 = 234,256.
  expect(freeRoom({ width: 1000, height: 600 }, panels, area)).toEqual({ x: 8, y: 108, width: 684, height: 384 });
  // By its shorter side the square beside it wins.
  expect(freeRoom({ width: 1000, height: 600 }, panels, Math.min)).toEqual({ x: 208, y: 8, width: 484, height: 484 });
});

test('all covered: the stage itself', () => {
  const all = [{ left: 0, top: 0, right: 100, bottom: 100 }];
  expect(freeRoom({ width: 100, height: 100 }, all, area)).toEqual({ x: 0, y: 0, width: 100, height: 100 });
});
