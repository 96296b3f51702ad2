import { expect, test } from 'vitest';
import { thingAt } from '../../scenes/optimizers/relief/thingAt.ts';

const runs = [{ id: 'sgd' }, { id: 'adam' }];
const heads = [
  [100, 100],
  [110, 100],
] as const;

test('the nearest head within reach is what the pointer is at', () => {
  expect(thingAt({ runs, heads, pointer: [106, 103], slope: null })).toEqual({ kind: 'run', id: 'adam' });
  expect(thingAt({ runs, heads, pointer: [99, 99], slope: [0, 9, 9] })).toEqual({ kind: 'run', id: 'sgd' });
  expect(thingAt({ runs, heads, pointer: [85, 100], slope: null })).toBeNull();
  expect(thingAt({ runs, heads: [[NaN, NaN]], pointer: [0, 0], slope: null })).toBeNull();
});

test('a wall is steep where the slope runs across the valley and is a fair share of the steepest', () => {
  const pointer = [300, 300] as const;
  expect(thingAt({ runs, heads, pointer, slope: [0.7, -4, 5] })).toEqual({ kind: 'thing', name: 'steep' });
  // The floor, and a slope that runs along the valley.
  expect(thingAt({ runs, heads, pointer, slope: [0.1, 1, 5] })).toBeNull();
  expect(thingAt({ runs, heads, pointer, slope: [2, 4, 5] })).toBeNull();
});
