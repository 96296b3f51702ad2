import fc from 'fast-check';
import { expect, test } from 'vitest';
import { identity, transformPoints } from '../../../src/math/matrix4.ts';
import { expSe3 } from '../../../src/math/se3.ts';
import { pairOf } from '../../../scenes/registration/runs/pair.ts';
import { initOf, sourceCentre, startOf } from '../../../scenes/registration/runs/startPose.ts';

const points = Float64Array.of(1, 2, 3, 5, 4, 3, 2, 8, 9, 3, 3, 3);
const pairAt = (asIs = identity()) => pairOf({ id: 'a', source: { points }, target: { points }, asIs });

test('no start pose: the data’s own', () => {
  const asIs = expSe3([0.1, 0.2, 0.3], [4, 5, 6]);
  expect(initOf(pairAt(asIs), null)).toBe(asIs);
});

test('a start pose turns about the source’s centre and moves it: by hand, a quarter turn about z', () => {
  const pair = pairAt();
  expect(sourceCentre(pair)).toEqual([3, 5, 6]);
  const moved = transformPoints(initOf(pair, [0, 0, 90, 10, 0, 0]), Float64Array.of(3, 5, 6, 4, 5, 6));
  [13, 5, 6, 13, 6, 6].forEach((value, i) => expect(moved[i]).toBeCloseTo(value, 12));
});

test('startOf undoes initOf (angles below 180°; 1e-6 is what the logarithm near 180° leaves)', () => {
  const angle = fc.double({ min: -100, max: 100, noNaN: true });
  const length = fc.double({ min: -50, max: 50, noNaN: true });
  fc.assert(
    fc.property(fc.tuple(angle, angle, angle, length, length, length), (start) => {
      fc.pre(Math.hypot(start[0], start[1], start[2]) < 179);
      const pair = pairAt(expSe3([0.5, -0.2, 0.1], [1, 2, 3]));
      startOf(pair, initOf(pair, start)).forEach((value, i) => expect(value).toBeCloseTo(start[i]!, 6));
    }),
    { seed: 14, numRuns: 200 },
  );
});
