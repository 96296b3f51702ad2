import { expect, test } from 'vitest';
import { sharedSpace, TOGETHER } from '../../../src/reconstruction/kin/shared.ts';

test('what is near to the other thing is shared, whichever has more of it', () => {
  const a = Float64Array.of(0, 0, 0, 1, 0, 0);
  const b = Float64Array.of(0, 0.9 * TOGETHER, 0, 0, 0, 0.5 * TOGETHER, 0, 1.1 * TOGETHER, 0);
  const { a: ofA, b: ofB, share } = sharedSpace(a, b);
  expect([...ofA]).toEqual([1, 0]);
  expect([...ofB]).toEqual([1, 1, 0]);
  expect(share).toBeCloseTo(3 / 5, 12);
  expect(sharedSpace(a, a).share).toBe(1);
});
