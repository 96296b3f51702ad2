import { expect, test } from 'vitest';
import {
  identity,
  invertRigid,
  isRigid,
  multiply,
  nearestRigid,
  poseError,
  rotateVectors,
  rotationAngle,
  transformPoints,
} from '../../src/math/matrix4.ts';
import { expSe3 } from '../../src/math/se3.ts';
import { largestDifference } from './difference.ts';

/** A quarter turn about z, then (10, 20, 30): x → y, y → −x. */
const quarter = Float64Array.of(0, -1, 0, 10, 1, 0, 0, 20, 0, 0, 1, 30, 0, 0, 0, 1);
/** A quarter turn about x: y → z, z → −y; then (1, 2, 3). */
const roll = Float64Array.of(1, 0, 0, 1, 0, 0, -1, 2, 0, 1, 0, 3, 0, 0, 0, 1);

test('points turn and move, vectors only turn', () => {
  const p = Float64Array.of(1, 2, 3, -4, 0, 5);
  expect([...transformPoints(quarter, p)]).toEqual([8, 21, 33, 10, 16, 35]);
  expect([...rotateVectors(quarter, p)]).toEqual([-2, 1, 3, -0, -4, 5].map((v) => v + 0));
  transformPoints(roll, p, p);
  expect([...p]).toEqual([2, -1, 5, -3, -3, 3]);
});

test('a·b applies b first, also in place; the inverse goes back', () => {
  const ab = multiply(quarter, roll);
  expect([...ab]).toEqual([0, 0, 1, 8, 1, 0, 0, 21, 0, 1, 0, 33, 0, 0, 0, 1].map((v) => v + 0));
  const p = Float64Array.of(0.5, -2, 7);
  expect(transformPoints(ab, p)).toEqual(transformPoints(quarter, transformPoints(roll, p)));
  const [overA, overB] = [quarter.slice(), roll.slice()];
  expect(multiply(overA, roll, overA)).toEqual(ab);
  expect(multiply(quarter, overB, overB)).toEqual(ab);
  const m = expSe3([0.3, -2, 1], [5, -7, 100]);
  expect(largestDifference(multiply(invertRigid(m), m), identity())).toBeLessThan(3e-14); // t is about 100
  const over = m.slice();
  expect(invertRigid(over, over)).toEqual(invertRigid(m));
});

test('the angle of a rotation, exact to rounding from 1e-12 rad to half a turn', () => {
  for (const angle of [0, 1e-12, 1e-7, 0.5, Math.PI / 2, 3, Math.PI - 1e-7]) {
    const m = expSe3([(2 / 3) * angle, (-1 / 3) * angle, (2 / 3) * angle], [9, 9, 9]);
    expect(Math.abs(rotationAngle(m) - angle)).toBeLessThan(angle < 1e-5 ? 1e-6 * angle + 1e-300 + 2e-16 : 1e-15);
  }
  expect(rotationAngle(Float64Array.of(-1, 0, 0, 0, 0, -1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1))).toBe(Math.PI);
});

test('pose error: degrees of the turn between, and how far apart the source’s centre lands', () => {
  const truth = quarter;
  const about = expSe3([0, 0, (3 * Math.PI) / 180], [0, 0, 0]);
  // 3° more about the target's z axis: the centre, 5 from that axis in the source … lands where the rotated one does.
  const centre = [1, 2, 3] as const;
  const landed = [8, 21, 33] as const;
  const error = poseError(multiply(about, truth), truth, centre);
  expect(error.rotationErrorDegrees).toBeCloseTo(3, 12);
  expect(error.translationError).toBeCloseTo(
    2 * Math.sin((1.5 * Math.PI) / 180) * Math.hypot(landed[0], landed[1]),
    12,
  );
  // About the place where the centre lands nothing but the turn is wrong.
  const here = transformPoints(about, Float64Array.from(landed));
  for (let c = 0; c < 3; c++) about[4 * c + 3] = landed[c]! - here[c]!;
  const turned = poseError(multiply(about, truth), truth, centre);
  expect(turned.rotationErrorDegrees).toBeCloseTo(3, 12);
  expect(turned.translationError).toBeLessThan(1e-13);
  expect(poseError(truth, truth, centre)).toEqual({ rotationErrorDegrees: 0, translationError: 0 });
});

test('what is rigid', () => {
  const m = expSe3([1, 2, 3], [4, 5, 6]);
  const changed = (at: number, by: number) => m.map((v, i) => (i === at ? v + by : v));
  expect(isRigid(m, 1e-14)).toBe(true);
  expect(isRigid(changed(3, 100), 1e-14)).toBe(true);
  for (const at of [0, 1, 2, 4, 5, 6, 8, 9, 10, 12, 13, 14, 15]) expect(isRigid(changed(at, 1e-3), 1e-6)).toBe(false);
  expect(isRigid(changed(0, 1e-7), 1e-6)).toBe(true);
  expect(isRigid(changed(3, NaN), 1e-6)).toBe(false);
  expect(isRigid(changed(11, Infinity), 1e-6)).toBe(false);
  expect(isRigid(m.slice(0, 12), 1e-6)).toBe(false);
  const mirror = Float64Array.of(1, 0, 0, 0, 0, 1, 0, 0, 0, 0, -1, 0, 0, 0, 0, 1);
  expect(isRigid(mirror, 1e-6)).toBe(false);
});

test('the nearest rigid motion repairs digits lost in a text file, keeps the translation, and never mirrors', () => {
  const m = expSe3([1, 2, 3], [4, 5, 6]);
  const rounded = m.map((v, i) => (i % 4 === 3 ? v : Math.round(v * 1e4) / 1e4));
  const repaired = nearestRigid(rounded);
  expect(isRigid(repaired, 1e-14)).toBe(true);
  expect(largestDifference(repaired, m)).toBeLessThan(1e-4);
  expect([repaired[3], repaired[7], repaired[11]]).toEqual([m[3], m[7], m[11]]);
  const mirror = Float64Array.of(1, 0, 0, 7, 0, 1, 0, 8, 0, 0, -1, 9, 0, 0, 0, 1);
  expect(isRigid(nearestRigid(mirror), 1e-14)).toBe(true);
  nearestRigid(rounded, rounded);
  expect(rounded).toEqual(repaired);
});
