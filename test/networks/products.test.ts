import { expect, test } from 'vitest';
import { fastArithmetic } from '../../src/jobs/networkArithmetic.ts';
import { createRng } from '../../src/math/rng.ts';
import { compileColumns } from '../../src/formula/index.ts';
import { float32, float64 } from '../../src/networks/arithmetic.ts';
import { simdArithmetic } from '../../src/networks/simd/arithmetic.ts';
import { networkModule } from '../../src/networks/simd/module.ts';
import { trainingOptimizerIds, ruleOf, semanticsOf } from '../../src/optimizers/index.ts';
import { defaultsOf } from '../../src/params/spec.ts';
import { createBlockStepper } from '../../src/optimizers/blockStepper.ts';
import { simdColumns } from '../../src/optimizers/columnsSimd.ts';

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

test('an engine without SIMD, or out of memory, computes the same bits by plain loops', () => {
  expect(simdArithmetic(() => null, compileColumns)).toBeNull();
  const fail = () => expect.fail();
  // Room for the module, none for a product of this size.
  const never = { product: fail, sigmoid: fail, tanh: fail, gelu: fail };
  const small = simdArithmetic(
    (_, bytes) => (bytes > 65536 ? null : { buffer: new ArrayBuffer(bytes), functions: never }),
    compileColumns,
  )!;
  const [a, b] = [new Float32Array(200 * 200).fill(0.3), new Float32Array(200 * 200).fill(0.7)];
  const [ours, plain] = [new Float32Array(200 * 200), new Float32Array(200 * 200)];
  small.times(a, b, ours, 200, 200, 200);
  float32.times(a, b, plain, 200, 200, 200);
  expect(ours).toEqual(plain);
  const rule = ruleOf('sgd', 'torch');
  const x = Float64Array.of(1, 2);
  createBlockStepper(
    rule,
    { lr: 0.5, weight_decay: 0 },
    2,
    {},
    simdColumns(() => null),
  )(x, Float64Array.of(1, -1));
  expect([...x]).toEqual([0.5, 2.5]);
});

test('modules are below the 4 KiB that every engine compiles at once on the page’s own thread', () => {
  expect(networkModule().length).toBeLessThan(4096);
  const lengths: number[] = [];
  const measuring = simdColumns((module) => {
    lengths.push(module.length);
    return null;
  });
  for (const id of trainingOptimizerIds)
    for (const semantics of semanticsOf(id)) {
      const { params } = ruleOf(id, semantics);
      createBlockStepper(ruleOf(id, semantics), defaultsOf(params), 2, {}, measuring);
    }
  expect(lengths.length).toBeGreaterThan(15);
  expect(Math.max(...lengths)).toBeLessThan(4096);
});
