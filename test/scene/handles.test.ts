import { expect, test } from 'vitest';
import { alongWay, keyed } from '../../src/scene/parts/handles.ts';

const handle = { id: 'b', label: 'b', text: '', value: 0.5, min: -1, max: 1, step: 0.1 };

test('keys move a handle as they do a slider, and no farther than it goes', () => {
  const values = ['ArrowUp', 'ArrowLeft', 'PageUp', 'PageDown', 'Home', 'End'].map((key) => keyed(handle, key));
  expect(values).toEqual([0.6, 0.4, 1, -0.5, -1, 1]);
  expect(keyed(handle, ' ')).toBeUndefined();
});

test('a drag counts along the way that a larger value takes on the screen', () => {
  // Up the screen by 40 px a unit; then aslant; then towards the eye.
  expect(alongWay(7, -20, { x: 0, y: -40 })).toBe(0.5);
  expect(alongWay(3, -4, { x: 6, y: -8 })).toBe(0.5);
  expect(alongWay(30, 30, { x: 0.3, y: 0.2 })).toBe(0);
});
