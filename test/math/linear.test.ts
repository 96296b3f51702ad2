import fc from 'fast-check';
import { expect, test } from 'vitest';
import { kabsch, nearestRotation, solveSymmetric6, symmetricEigen } from '../../src/math/linear.ts';
import { expSe3 } from '../../src/math/se3.ts';
import { mathFixture as fixture } from './fixtures.ts';
import { largestDifference } from './difference.ts';

for (const [i, { a, b, x }] of fixture.solve.entries()) {
  test(`6 × 6 system ${i}: NumPy’s solution`, () => {
    const out = new Float64Array(6);
    expect(solveSymmetric6(Float64Array.from(a), Float64Array.from(b), out)).toBe(true);
    // The second is scaled by 10³ along an axis: a condition of 10⁶ costs six digits in what is small, none in the scaled unknowns.
    for (const [k, expected] of x.entries()) expect(Math.abs(out[k]! / expected - 1)).toBeLessThan(1e-11);
  });
}

test('a singular, an indefinite and a NaN system are refused and leave the output alone', () => {
  const out = new Float64Array(6).fill(7);
  const b = new Float64Array(6).fill(1);
  const diagonal = (...d: number[]) => Float64Array.from({ length: 36 }, (_, i) => (i % 7 === 0 ? d[i / 7]! : 0));
  expect(solveSymmetric6(diagonal(1, 1, 1, 1, 1, 0), b, out)).toBe(false);
  expect(solveSymmetric6(diagonal(1, 1, -1, 1, 1, 1), b, out)).toBe(false);
  expect(solveSymmetric6(diagonal(1, 1, NaN, 1, 1, 1), b, out)).toBe(false);
  expect(solveSymmetric6(new Float64Array(36).fill(1), b, out)).toBe(false);
  // Rank 5 up to rounding: a sum of five outer products.
  const five = new Float64Array(36);
  for (let k = 1; k <= 5; k++) {
    for (let i = 0; i < 36; i++)
      five[i] = five[i]! + Math.sin(k * (1 + Math.floor(i / 6))) * Math.sin(k * (1 + (i % 6)));
  }
  expect(solveSymmetric6(five, b, out)).toBe(false);
  expect([...out]).toEqual([7, 7, 7, 7, 7, 7]);
});

for (const [i, { n, a, values }] of fixture.eigen.entries()) {
  test(`eigenvalues of matrix ${i} (${n} × ${n}): NumPy’s; vectors orthonormal, and A v = λ v`, () => {
    const ours = symmetricEigen(Float64Array.from(a), n);
    expect(largestDifference(ours.values, values)).toBeLessThan(4e-15);
    checkVectors(Float64Array.from(a), n, ours.vectors, ours.values, 4e-15);
  });
}

function checkVectors(a: Float64Array, n: number, vectors: Float64Array, values: Float64Array, tolerance: number) {
  for (let k = 0; k < n; k++) {
    const v = vectors.subarray(n * k, n * k + n);
    for (let i = 0; i < n; i++) {
      const av = v.reduce((sum, c, j) => sum + a[n * i + j]! * c, 0);
      expect(Math.abs(av - values[k]! * v[i]!)).toBeLessThan(tolerance);
    }
    for (let l = 0; l <= k; l++) {
      const dot = v.reduce((sum, c, j) => sum + c * vectors[n * l + j]!, 0);
      expect(Math.abs(dot - (k === l ? 1 : 0))).toBeLessThan(4e-15);
    }
  }
}

test('eigenvectors of any symmetric 3 × 3, equal and zero eigenvalues included (seed 2)', () => {
  const entry = fc.oneof(fc.integer({ min: -2, max: 2 }), fc.double({ min: -5, max: 5, noNaN: true }));
  fc.assert(
    fc.property(fc.tuple(entry, entry, entry, entry, entry, entry), ([xx, xy, xz, yy, yz, zz]) => {
      const a = Float64Array.of(xx, xy, xz, xy, yy, yz, xz, yz, zz);
      const { values, vectors } = symmetricEigen(a, 3);
      expect([...values]).toEqual([...values].sort((x, y) => x - y));
      checkVectors(a, 3, vectors, values, 1e-14); // entries up to 5: 10 ulps of the norm
      expect(Math.abs(values[0]! + values[1]! + values[2]! - xx - yy - zz)).toBeLessThan(2e-14);
    }),
    { seed: 2, numRuns: 500 },
  );
});

for (const { name, h, r } of fixture.kabsch) {
  test(`kabsch, ${name}: the rotation of NumPy’s SVD`, () => {
    expect(largestDifference(kabsch(Float64Array.from(h)), r)).toBeLessThan(1e-14);
  });
}

const trace = (r: Float64Array, h: Float64Array): number =>
  [0, 1, 2].reduce((sum, i) => sum + [0, 1, 2].reduce((s, j) => s + r[3 * i + j]! * h[3 * j + i]!, 0), 0);

test('kabsch gives a rotation that no other one beats, for any H: reflections, rank 2, 1 and 0 (seed 6)', () => {
  const entry = fc.oneof(fc.integer({ min: -1, max: 1 }), fc.double({ min: -3, max: 3, noNaN: true }));
  const angle = fc.double({ min: -4, max: 4, noNaN: true });
  fc.assert(
    fc.property(
      fc.array(entry, { minLength: 9, maxLength: 9 }),
      fc.array(fc.tuple(angle, angle, angle), { minLength: 20, maxLength: 20 }),
      (entries, twists) => {
        const h = Float64Array.from(entries);
        const r = kabsch(h);
        checkRotation(r);
        for (const omega of twists) {
          const m = expSe3(omega, [0, 0, 0]);
          const other = Float64Array.of(m[0]!, m[1]!, m[2]!, m[4]!, m[5]!, m[6]!, m[8]!, m[9]!, m[10]!);
          expect(trace(other, h)).toBeLessThan(trace(r, h) + 1e-13);
        }
      },
    ),
    { seed: 6, numRuns: 200 },
  );
});

function checkRotation(r: Float64Array) {
  for (let i = 0; i < 3; i++) {
    for (let j = 0; j < 3; j++) {
      const dot = r[3 * i]! * r[3 * j]! + r[3 * i + 1]! * r[3 * j + 1]! + r[3 * i + 2]! * r[3 * j + 2]!;
      expect(Math.abs(dot - (i === j ? 1 : 0))).toBeLessThan(4e-15);
    }
  }
  const cofactor = (i: number, j: number) => r[3 + i]! * r[6 + j]! - r[3 + j]! * r[6 + i]!;
  expect(r[0]! * cofactor(1, 2) - r[1]! * cofactor(0, 2) + r[2]! * cofactor(0, 1)).toBeCloseTo(1, 13);
}

test('the nearest rotation to a rotation is itself, and to a stretched one its rotation factor', () => {
  const m = expSe3([0.4, -1.1, 0.9], [0, 0, 0]);
  const r = Float64Array.of(m[0]!, m[1]!, m[2]!, m[4]!, m[5]!, m[6]!, m[8]!, m[9]!, m[10]!);
  expect(largestDifference(nearestRotation(r), r)).toBeLessThan(2e-15);
  const stretch = [2, 0.3, 0.1, 0.3, 1, -0.2, 0.1, -0.2, 0.7]; // positive definite
  const product = Float64Array.from({ length: 9 }, (_, i) =>
    [0, 1, 2].reduce((sum, k) => sum + r[3 * Math.floor(i / 3) + k]! * stretch[3 * k + (i % 3)]!, 0),
  );
  expect(largestDifference(nearestRotation(product), r)).toBeLessThan(4e-15);
});
