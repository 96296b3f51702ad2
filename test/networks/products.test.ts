import { expect, test } from 'vitest';
import { fastArithmetic } from '../../src/jobs/networkArithmetic.ts';
import { createRng } from '../../src/math/rng.ts';
import { float32, float64 } from '../../src/networks/arithmetic.ts';

const shapes = [
  [1, 1, 1],
  [4, 8, 8],
  [5, 700, 3],
  [100, 784, 100],
  [100, 100, 10],
  [33, 65, 31],
  [200, 2, 16],
  [10, 100, 784],
  [1027, 9, 5],
  [9, 1100, 6],
] as const;
const names = ['timesTransposed', 'times', 'transposedTimes'] as const;

for (const name of names) {
  test.each(shapes)(
    `${name}: SIMD gives the plain loops' bits, both are near float64, seed 1: %i × %i × %i`,
    (n, k, m) => {
      const simd = fastArithmetic();
      expect(simd.id).toBe('simd');
      const { gaussian } = createRng(1, name, n, k, m);
      // Rooms are larger than what is in them: what lies behind must not show.
      const draw = (length: number) => Float32Array.from({ length: length + 9 }, gaussian);
      const [a, b] = [draw(n * k), draw(k * m)];
      const [ours, plain] = [draw(n * m).fill(NaN), draw(n * m).fill(NaN)];
      const exact = new Float64Array(n * m);
      simd[name](a, b, ours, n, k, m);
      float32[name](a, b, plain, n, k, m);
      float64[name](Float64Array.from(a), Float64Array.from(b), exact, n, k, m);
      expect(ours).toEqual(plain);
      const most = Math.max(...exact.map((v, i) => Math.abs(v - ours[i]!)));
      // k roundings of partial sums, which are some √k large.
      expect(most).toBeLessThan(2 ** -24 * (8 * k + 16));
      expect(ours[n * m]).toBeNaN();
    },
  );
}
