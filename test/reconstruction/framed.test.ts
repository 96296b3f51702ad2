import { expect, test } from 'vitest';
import { widened } from '../../scenes/reconstruction/answer/framed.ts';

test('an answer that reaches a tenth beyond the truth on every side is framed with it', () => {
  const truth = Float64Array.of(-1, 0, 2, 1, 4, 2, 0, 1, 2);
  const framed = widened(truth);
  expect([...framed]).toEqual([-1.1, -0.2, 2, 1.1, 4.2, 2, 0, 0.9, 2].map((value) => expect.closeTo(value, 12)));
});
