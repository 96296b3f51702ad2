import { expect, test } from 'vitest';
import { decadeTicks, logAxisFor } from '../../../src/ui/chart/logAxis.ts';

test('whole decades around the values', () => {
  expect(logAxisFor([[6.45, 0.5, 0.0023]])).toEqual({ low: -3, high: 1, below: false, above: false });
  expect(logAxisFor([[10, 1, 0.001]])).toEqual({ low: -3, high: 1, below: false, above: false });
});

test('an exact minimum does not stretch the axis, but is said to lie below it', () => {
  expect(logAxisFor([[4, 0.5, 0, -1e-17]])).toEqual({ low: -1, high: 1, below: true, above: false });
});

test('a divergence is cut three decades above the starts', () => {
  expect(
    logAxisFor([
      [6.45, 1e20, 1e29],
      [6.45, 0.1],
    ]),
  ).toEqual({ low: -1, high: 4, below: false, above: true });
});

test('at most 16 decades', () => {
  expect(logAxisFor([[6.45, 1e-40]])).toEqual({ low: -15, high: 1, below: true, above: false });
});

test('nothing but zeros still makes an axis', () => {
  expect(logAxisFor([[0, 0]])).toEqual({ low: -1, high: 1, below: true, above: false });
});

test('ticks are evenly spaced decades from the lowest', () => {
  expect(decadeTicks({ low: -3, high: 1, below: false, above: false }, 5)).toEqual([-3, -2, -1, 0, 1]);
  expect(decadeTicks({ low: -6, high: 4, below: false, above: true }, 5)).toEqual([-6, -3, 0, 4]);
  expect(decadeTicks({ low: -15, high: 1, below: false, above: false }, 5)).toEqual([-15, -11, -7, -3, 1]);
});
