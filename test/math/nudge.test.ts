import fc from 'fast-check';
import { expect, test } from 'vitest';
import { identity, isRigid, transformPoints } from '../../src/math/matrix4.ts';
import { nudgePose, type NudgeAxis } from '../../src/math/nudge.ts';
import { expSe3 } from '../../src/math/se3.ts';

const component = fc.double({ min: -3, max: 3, noNaN: true });
const vector = fc.tuple(component, component, component);

test('a quarter turn about z, a move along y: as written out by hand', () => {
  const turned = nudgePose(identity(), [1, 0, 0], 'rz', Math.PI / 2);
  // (x, y) → (1 − y, x − 1): the centre (1, 0) stays.
  const [x, y, z] = transformPoints(turned, Float64Array.of(3, 1, 5));
  expect([x, y, z].map((c) => Number(c!.toFixed(12)))).toEqual([0, 2, 5]);
  expect([...nudgePose(identity(), [9, 9, 9], 'ty', 0.5)]).toEqual([1, 0, 0, 0, 0, 1, 0, 0.5, 0, 0, 1, 0, 0, 0, 0, 1]);
});

test('turns leave the centre where it is and stay rigid; moves shift every point alike; back again is back (seed 8)', () => {
  const axis = fc.constantFrom<NudgeAxis>('rx', 'ry', 'rz', 'tx', 'ty', 'tz');
  fc.assert(
    fc.property(vector, vector, vector, vector, axis, component, (omega, v, centre, p, which, amount) => {
      const pose = expSe3(omega, v);
      const next = nudgePose(pose, centre, which, amount);
      expect(isRigid(next, 1e-9)).toBe(true);
      const at = (m: Float64Array, q: readonly number[]) => [...transformPoints(m, Float64Array.from(q))];
      const shift = at(next, centre).map((c, k) => c - at(pose, centre)[k]!);
      const k = ['x', 'y', 'z'].indexOf(which[1]!);
      const expected = [0, 1, 2].map((r) => (which.startsWith('t') && r === k ? amount : 0));
      shift.forEach((c, r) => expect(c).toBeCloseTo(expected[r]!, 10));
      // The component along the axis of a turn does not change for any point.
      if (which.startsWith('r')) expect(at(next, p)[k]).toBeCloseTo(at(pose, p)[k]!, 10);
      [...nudgePose(next, centre, which, -amount)].forEach((c, i) => expect(c).toBeCloseTo(pose[i]!, 10));
    }),
    { seed: 8 },
  );
});
