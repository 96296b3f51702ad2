import { readFileSync } from 'node:fs';
import { EigenvalueDecomposition, Matrix } from 'ml-matrix';
import { expect, test } from 'vitest';
import { createRng } from '../../src/math/rng.ts';
import { fastArithmetic } from '../../src/jobs/networkArithmetic.ts';
import { float64 } from '../../src/networks/arithmetic.ts';
import { layoutOf } from '../../src/networks/layout.ts';
import { createOrthogonalizer, isHiddenMatrix, muon } from '../../src/networks/muon.ts';
import type { NetworkSpec } from '../../src/networks/types.ts';
import { createWeightStepper } from '../../src/networks/weightStepper.ts';
import { defaultsOf, type ParamValues } from '../../src/params/spec.ts';

/** See tools/fixtures/make_muon_fixtures.py. */
const fixture = JSON.parse(readFileSync(new URL('../fixtures/networks/muon.json', import.meta.url), 'utf8')) as {
  readonly widths: readonly number[];
  readonly params: ParamValues;
  readonly updates: readonly number[];
  readonly matrices: readonly { rows: number; columns: number; orthogonalized: readonly number[] }[];
  readonly weights: readonly (readonly number[])[];
};
const { widths } = fixture;
const spec: NetworkSpec = {
  ...{ inputs: widths[0]!, hidden: widths.slice(1, -1), outputs: widths.at(-1)!, activation: 'tanh', task: 'classes' },
  ...{ loss: 'cross-entropy', batchNorm: false, dropout: 0, decay: 0 },
};
const layout = layoutOf(spec);
const draw = (name: string, count: number) =>
  Float64Array.from({ length: count }, createRng(1, name).uniform).map((u) => 2 * u - 1);
const apart = (a: ArrayLike<number>, b: readonly number[]) => Math.max(...b.map((v, i) => Math.abs(a[i]! - v)));

test.each(fixture.matrices)('Newton–Schulz of a $rows × $columns matrix is that of NumPy, seed 1', (expected) => {
  const { rows, columns, orthogonalized } = expected;
  const matrix = draw(`matrix ${rows} ${columns}`, rows * columns);
  createOrthogonalizer(rows, columns)(matrix);
  expect(apart(matrix, orthogonalized)).toBeLessThan(1e-12);
});

test.each([
  ['float64', float64, 1e-11],
  // float32: five iterations whose slope at small singular values is 3.4 each.
  ['SIMD', fastArithmetic(), 1e-4],
] as const)('40 updates of Muon are those of NumPy: %s', (_, arithmetic, tolerance) => {
  const { size, slices } = layout;
  const weights = arithmetic.alloc(size);
  for (const { name, offset, rows, columns } of slices) weights.set(draw(name, rows * columns), offset);
  const [slope, wave] = [draw('slope', size), draw('wave', size)];
  const step = createWeightStepper({ ...fixture, optimizer: 'muon', semantics: 'paper' }, layout, arithmetic, {});
  for (let t = 1; t <= fixture.updates.at(-1)!; t++) {
    step(
      weights,
      slope.map((s, i) => s * weights[i]! + wave[i]! * Math.cos(weights[i]!)),
    );
    const kept = fixture.updates.indexOf(t);
    if (kept >= 0) expect(apart(weights, fixture.weights[kept]!)).toBeLessThan(tolerance);
  }
});

test('what is orthogonalized are the matrices between hidden layers', () => {
  const names = layout.slices.filter((slice) => isHiddenMatrix(slice, layout.layers.length)).map(({ name }) => name);
  expect(names).toEqual(['W2', 'W3', 'W4']);
});

test("a step's singular values lie about 1, whatever the gradient's: seed 1, 12 × 20", () => {
  const matrix = draw('singular', 12 * 20).map((v, i) => v * 10 ** -(i % 3));
  createOrthogonalizer(12, 20)(matrix);
  const m = Matrix.from1DArray(12, 20, matrix);
  const values = new EigenvalueDecomposition(m.mmul(m.transpose())).realEigenvalues.map(Math.sqrt);
  expect(Math.min(...values)).toBeGreaterThan(0.6);
  expect(Math.max(...values)).toBeLessThan(1.25);
});

test("Muon's defaults are its author's", () => {
  expect(defaultsOf(muon.params)).toEqual({
    ...{ lr: 0.02, momentum: 0.95, weight_decay: 0, adam_lr: 3e-4 },
    ...{ beta1: 0.9, beta2: 0.95, eps: 1e-10 },
  });
});
