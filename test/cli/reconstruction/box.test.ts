import { expect, test } from 'vitest';
import { boxOf } from '../../../src/cli/reconstruction/box.ts';

test('a box is in shares of the picture, or in pixels where one of its numbers is above 1', () => {
  expect(boxOf('0.25,0.5,0.5,0.25')(200, 100)).toEqual({ left: 50, top: 50, right: 150, bottom: 75 });
  expect(boxOf('10,0,30,40')(200, 100)).toEqual({ left: 10, top: 0, right: 40, bottom: 40 });
});

test('a box that is not within the picture is named with the picture’s size, and so is one that holds too little of it', () => {
  for (const [text, what] of [
    ['300,0,10,10', '--box 300,0,10,10, in pixels, lies beside the picture, which has 200 × 100 pixels'],
    ['150,-20,100,60', '--box 150,-20,100,60, in pixels, reaches beyond the picture, which has 200 × 100 pixels'],
    ['0.5,0,0.6,1', 'in shares, reaches beyond the picture'],
    ['-0.01,0,0.5,0.5', 'in shares, reaches beyond the picture'],
    ['0,0,200,100.6', 'in pixels, reaches beyond the picture'],
    // Meant as shares: one number above 1 makes pixels of all.
    ['0.2,0.1,0.6,1.2', 'in pixels, is less than 8 pixels long and wide in the picture, which has 200 × 100 pixels'],
    ['0,0,0.03,0.07', 'in shares, is less than 8 pixels'],
  ] as const) {
    expect(() => boxOf(text)(200, 100), text).toThrow(what);
  }
});

test('rounding is no reaching beyond; what is no box at all is refused', () => {
  expect(boxOf('0.1,0,0.9000001,1')(200, 100)).toEqual({ left: 20, top: 0, right: 200, bottom: 100 });
  expect(boxOf('150,0,50,100.4')(200, 100)).toEqual({ left: 150, top: 0, right: 200, bottom: 100 });
  for (const text of ['1,2,3', '0,0,0,1', 'a,b,c,d', '0,0,1,-1']) expect(() => boxOf(text)).toThrow('--box must be');
});
