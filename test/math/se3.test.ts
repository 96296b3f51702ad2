import fc from 'fast-check';
import { expect, test } from 'vitest';
import { identity, isRigid, multiply, rotationAngle } from '../../src/math/matrix4.ts';
import { expSe3, interpolatePose, logSe3 } from '../../src/math/se3.ts';
import { largestDifference } from './difference.ts';
import { mathFixture } from './fixtures.ts';

const angleOf = (omega: readonly number[]) => Math.hypot(...omega);

for (const { omega, v, matrix, principal } of mathFixture.motions) {
  const angle = angleOf(omega);
  test(`exp of ${angle} rad: SciPy’s matrix exponential; log: SciPy’s rotation vector`, () => {
    // expm squares repeatedly: a few ulps more with each doubling.
    expect(largestDifference(expSe3(omega, v), matrix)).toBeLessThan(2e-15 * (1 + angle));
    // The logarithm turns an error of the fixture's matrix into one of the vector.
    expect(largestDifference(logSe3(Float64Array.from(matrix)).omega, principal)).toBeLessThan(2e-15 * (1 + angle));
  });
}

test('no motion is exactly no motion, and a pure translation exactly itself', () => {
  expect(expSe3([0, 0, 0], [0, 0, 0])).toEqual(identity());
  expect(expSe3([0, 0, 0], [1e-300, -2, 3e9])).toEqual(
    Float64Array.of(1, 0, 0, 1e-300, 0, 1, 0, -2, 0, 0, 1, 3e9, 0, 0, 0, 1),
  );
  expect(logSe3(identity())).toEqual({ omega: [0, 0, 0], v: [0, 0, 0] });
});

test('near 0 the series meets the closed form: V to 1e-15 from 1e-160 to 6 rad, on both sides of the switch at 1 rad too', () => {
  // V e for ω = θ z and e = x is (sin θ/θ, (1 − cos θ)/θ, 0), and V z = z: closed forms without any cancellation.
  for (const theta of [1e-160, 1e-12, 1e-8, 1e-4, 0.01, 0.3, 0.9999999, 1, 1.0000001, 3, 6]) {
    const m = expSe3([0, 0, theta], [1, 0, 1]);
    const half = Math.sin(theta / 2);
    expect(Math.abs(m[3]! - Math.sin(theta) / theta)).toBeLessThan(1e-15);
    expect(Math.abs(m[7]! - (2 * half * half) / theta)).toBeLessThan(1e-15);
    expect(m[11]).toBe(1);
  }
});

test('log undoes exp up to half a turn, exp undoes log, and results are rigid (seed 31)', () => {
  const unit = fc.double({ min: -1, max: 1, noNaN: true });
  const vector = fc.tuple(unit, unit, unit).filter((v) => angleOf(v) > 1e-3);
  const angle = fc.oneof(
    fc.double({ min: 0, max: 3.1, noNaN: true }),
    fc.double({ min: -16, max: 0, noNaN: true }).map((e) => 10 ** e),
  );
  fc.assert(
    fc.property(vector, angle, vector, (axis, theta, v) => {
      const omega = axis.map((c) => (c * theta) / angleOf(axis));
      const m = expSe3(omega, v);
      expect(isRigid(m, 1e-14)).toBe(true);
      expect(Math.abs(rotationAngle(m) - theta)).toBeLessThan(2e-15);
      const back = logSe3(m);
      expect(largestDifference(back.omega, omega)).toBeLessThan(4e-15);
      expect(largestDifference(back.v, v)).toBeLessThan(2e-14); // V⁻¹ stretches by up to 1.6, and ω errs by an ulp
      expect(largestDifference(expSe3(back.omega, back.v), m)).toBeLessThan(1e-14);
    }),
    { seed: 31, numRuns: 500 },
  );
});

test('log at and next to half a turn', () => {
  for (const theta of [Math.PI, Math.PI - 1e-9, Math.PI - 1e-15]) {
    for (const axis of [
      [1, 0, 0],
      [0, 1, 0],
      [0, 0, 1],
      [-0.6, 0, 0.8],
      [2 / 3, -1 / 3, -2 / 3],
    ]) {
      const m = expSe3(
        axis.map((c) => c * theta),
        [0.3, -0.2, 0.7],
      );
      const { omega, v } = logSe3(m);
      expect(angleOf(omega)).toBeLessThanOrEqual(Math.PI + 1e-15);
      // At half a turn ω and −ω are the same motion.
      expect(largestDifference(expSe3(omega, v), m)).toBeLessThan(4e-15);
    }
  }
});

test('between two poses: the ends exactly, equal steps of one screw in between, the same from either end (seed 32)', () => {
  const c = fc.double({ min: -1.5, max: 1.5, noNaN: true });
  const pose = fc.tuple(c, c, c, c, c, c).map(([x, y, z, a, b, d]) => expSe3([x, y, z], [a, b, d]));
  fc.assert(
    fc.property(pose, pose, (a, b) => {
      expect(interpolatePose(a, b, 0)).toEqual(a);
      expect(interpolatePose(a, b, 1)).toEqual(b);
      if (rotationAngle(multiply(Float64Array.from(inverse(a)), b)) > 3.1) return; // nearly opposite: two shortest ways
      const third = interpolatePose(a, b, 1 / 3);
      const step = multiply(Float64Array.from(inverse(a)), third);
      expect(largestDifference(multiply(multiply(multiply(a, step), step), step), b)).toBeLessThan(2e-13);
      expect(largestDifference(interpolatePose(b, a, 2 / 3), third)).toBeLessThan(2e-13);
    }),
    { seed: 32, numRuns: 200 },
  );
});

/** By cofactors of the rotation block, not by its transpose. */
function inverse(m: Float64Array): number[] {
  const at = (r: number, c: number) => m[4 * (r % 3) + (c % 3)]!;
  const inv = (r: number, c: number) => at(c + 1, r + 1) * at(c + 2, r + 2) - at(c + 1, r + 2) * at(c + 2, r + 1);
  const rows = [0, 1, 2].map((r) => [inv(r, 0), inv(r, 1), inv(r, 2)] as const);
  const t = [m[3]!, m[7]!, m[11]!] as const;
  return [...rows.flatMap((r) => [...r, -(r[0] * t[0] + r[1] * t[1] + r[2] * t[2])]), 0, 0, 0, 1];
}

test('interpolation may write over one of its ends', () => {
  const a = expSe3([0.1, 0.2, -0.4], [1, 2, 3]);
  const b = expSe3([-0.5, 0.1, 0.2], [0, 1, -1]);
  const expected = interpolatePose(a, b, 0.4);
  const [overA, overB] = [a.slice(), b.slice()];
  expect(interpolatePose(overA, b, 0.4, overA)).toEqual(expected);
  expect(interpolatePose(a, overB, 0.4, overB)).toEqual(expected);
});
