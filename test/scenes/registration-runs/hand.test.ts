import fc from 'fast-check';
import { expect, test } from 'vitest';
import { transformPoints } from '../../../src/math/matrix4.ts';
import { expSe3 } from '../../../src/math/se3.ts';
import {
  createHandStore,
  letGoOf,
  pointAt,
  poseOfPairs,
  takeInHand,
  type HandPair,
} from '../../../scenes/registration/runs/hand.ts';

const number = fc.double({ min: -3, max: 3, noNaN: true });
const vector = fc.tuple(number, number, number);
const corner = [0.3, -1, 2, 1.4, -0.8, 2.2, 0.1, 0.9, 1.5];

const pairsOf = (points: Float64Array, moved: Float64Array): HandPair[] =>
  Array.from({ length: points.length / 3 }, (_, i) => ({ source: pointAt(points, i), target: pointAt(moved, i) }));

test('three pairs give back the motion that made them (100 motions by fast-check, seed 1)', () => {
  fc.assert(
    fc.property(vector, vector, (omega, v) => {
      const truth = expSe3(omega, v);
      const points = Float64Array.from(corner);
      const found = poseOfPairs(pairsOf(points, transformPoints(truth, points)));
      // Rounding of sums of a few dozen units.
      truth.forEach((value, i) => expect(found![i]).toBeCloseTo(value, 10));
    }),
    { seed: 1 },
  );
});

test('picks that miss by a little give the least sum of squares: no small turn or move makes it less', () => {
  const truth = expSe3([0.4, -0.2, 0.7], [1, 2, -1]);
  const points = Float64Array.from(corner);
  const moved = transformPoints(truth, points).map((value, i) => value + 0.05 * Math.sin(7 * i));
  const pairs = pairsOf(points, moved);
  const found = poseOfPairs(pairs)!;
  const sum = (pose: Float64Array) =>
    transformPoints(pose, points).reduce((total, value, i) => total + (value - moved[i]!) ** 2, 0);
  for (const axis of [0, 1, 2]) {
    for (const by of [-1e-3, 1e-3]) {
      const unit = [0, 0, 0].map((_, k) => (k === axis ? by : 0)) as [number, number, number];
      const nudge = (omega: typeof unit, v: typeof unit) => sum(transformed(expSe3(omega, v), found));
      expect(nudge(unit, [0, 0, 0])).toBeGreaterThan(sum(found));
      expect(nudge([0, 0, 0], unit)).toBeGreaterThan(sum(found));
    }
  }
});

/** a · b for rigid motions, written out apart from the code under test. */
function transformed(a: Float64Array, b: Float64Array): Float64Array {
  return Float64Array.from({ length: 16 }, (_, i) =>
    [0, 1, 2, 3].reduce((total, k) => total + a[4 * (i >> 2) + k]! * b[4 * k + (i % 4)]!, 0),
  );
}

test.each([
  ['two pairs', [0, 0, 0, 1, 0, 0], [0, 0, 0, 1, 0, 0]],
  ['source points on one line', [0, 0, 0, 1, 1, 1, 2, 2, 2.01], corner],
  ['target points on one line', corner, [0, 0, 0, 1, 0, 0, 3, 0, 0]],
  ['the same point twice', [0, 0, 0, 0, 0, 0, 2, 2, 1], corner],
])('%s fix no pose', (_, source, target) => {
  const count = Math.min(source.length, target.length);
  const cut = (points: readonly number[]) => Float64Array.from(points.slice(0, count));
  expect(poseOfPairs(pairsOf(cut(source), cut(target)))).toBeNull();
});

test('what is taken in hand is a copy, and letting go leaves nothing behind', () => {
  const hand = createHandStore();
  const pose = expSe3([0, 0, 1], [1, 2, 3]);
  takeInHand(hand, 'pairs', pose);
  expect(hand.getState()).toMatchObject({ mode: 'pairs', pairs: [], half: null });
  pose[3] = 99;
  expect(hand.getState().pose![3]).toBe(expSe3([0, 0, 1], [1, 2, 3])[3]);
  hand.setState({ half: [1, 2, 3] });
  letGoOf(hand);
  expect(hand.getState()).toEqual({ pose: null, mode: 'off', pairs: [], half: null });
});
