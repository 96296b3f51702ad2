import { expect, test } from 'vitest';
import { boxOf } from '../../../src/cli/reconstruction/box.ts';

test('a box is in shares of the picture, or in pixels where one of its numbers is above 1', () => {
  expect(boxOf('0.25,0.5,0.5,0.25')(200, 100)).toEqual({ left: 50, top: 50, right: 150, bottom: 75 });
  expect(boxOf('10,0,30,40')(200, 100)).toEqual({ left: 10, top: 0, right: 40, bottom: 40 });
});

test('what of it lies beyond the picture is left off; one beside the picture, or none at all, is refused', () => {
  expect(boxOf('150,-20,100,60')(200, 100)).toEqual({ left: 150, top: 0, right: 200, bottom: 40 });
  expect(() => boxOf('300,0,10,10')(200, 100)).toThrow('beside the picture, which has 200 × 100 pixels');
  for (const text of ['1,2,3', '0,0,0,1', 'a,b,c,d', '0,0,1,-1']) expect(() => boxOf(text)).toThrow('--box must be');
});
