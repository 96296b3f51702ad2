import { expect, test } from 'vitest';
import { isForPoints, onlyClass } from '../../scenes/networks/own/points.ts';

test('points of one class only are nothing to tell apart; none at all are not yet one class', () => {
  expect(onlyClass([])).toBeNull();
  expect(
    onlyClass([
      [0, 0, 1],
      [1, 1, 1],
    ]),
  ).toBe(1);
  expect(onlyClass([[0, 0, 0]])).toBe(0);
  expect(
    onlyClass([
      [0, 0, 0],
      [1, 1, 1],
    ]),
  ).toBeNull();
});

test.each([
  ['0,0,1\n', true, true],
  ['.5\t-.25\ta\n', true, true],
  // Where points are asked for even what is no table is read, to say why it is none.
  ['hello', false, true],
  ['https://example.org/#v=1&scene=networks', false, true],
  ['  \n', false, false],
])('pasted %j is read: %s; where points are asked for: %s', (text, anywhere, asked) => {
  expect([isForPoints(text, false), isForPoints(text, true)]).toEqual([anywhere, asked]);
});
