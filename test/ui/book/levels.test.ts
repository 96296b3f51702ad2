import { expect, test } from 'vitest';
import { contourLevels, logLevels } from '../../../scenes/optimizers/book/levels.ts';

test("the book's figure has lines at 1, 2, …, 7", () => {
  expect(contourLevels(0, 7)).toEqual([1, 2, 3, 4, 5, 6, 7]);
});

test('steps are those of matplotlib: 0.15 for [0, 1], 15 for [0, 100]', () => {
  expect(contourLevels(0, 1)).toEqual([0.15, 0.3, 0.45, 0.6, 0.75, 0.9]);
  expect(contourLevels(0, 100)).toEqual([15, 30, 45, 60, 75, 90]);
  expect(contourLevels(0, 40)).toEqual([5, 10, 15, 20, 25, 30, 35, 40]);
});

test('levels lie above the lowest value, negative ones too, without dust', () => {
  expect(contourLevels(-78.33, 40)).toEqual([-75, -60, -45, -30, -15, 0, 15, 30]);
  expect(contourLevels(-1.03, 5)).toEqual([-0.8, 0, 0.8, 1.6, 2.4, 3.2, 4, 4.8]);
  expect(contourLevels(0, 1e-7)).toEqual([1.5e-8, 3e-8, 4.5e-8, 6e-8, 7.5e-8, 9e-8]);
});

test('no range, no levels', () => {
  expect(contourLevels(3, 3)).toEqual([]);
  expect(contourLevels(Infinity, -Infinity)).toEqual([]);
});

test('logarithmic levels are powers of ten over f_min, above the lowest sample', () => {
  expect(logLevels(0, 0.0005, 100)).toEqual([0.1, 1, 10, 100]);
  expect(logLevels(0, 0.5, 100)).toEqual([1, 10, 100]);
  expect(logLevels(-2, -1.95, 5)).toEqual([-1.9, -1]);
  expect(logLevels(3, 3, 3)).toEqual([]);
});
