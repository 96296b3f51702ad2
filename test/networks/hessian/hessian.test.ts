import { EigenvalueDecomposition, Matrix } from 'ml-matrix';
import { expect, test } from 'vitest';
import { createRng } from '../../../src/math/rng.ts';
import { activationIds } from '../../../src/networks/activations.ts';
import { curvatureAt } from '../../../src/networks/hessian/curvature.ts';
import { topEigenvalues } from '../../../src/networks/hessian/index.ts';
import { lanczos } from '../../../src/networks/hessian/lanczos.ts';
import { dot, norm } from '../../../src/networks/vector.ts';
import { chanceNet, small } from './cases.ts';

const STEP = 1e-5;
const varied = activationIds
  .filter((id) => id !== 'step')
  .flatMap((activation) =>
    (['classes', 'values'] as const).flatMap((task) =>
      (task === 'values' ? (['squared-error'] as const) : (['cross-entropy', 'squared-error'] as const)).flatMap(
        (loss) => [false, true].map((batchNorm) => ({ activation, task, loss, batchNorm })),
      ),
    ),
  );

test.each(varied)(
  'H v is the derivative of the gradient along v: $activation, $task, $loss, batch norm $batchNorm (5 seeds)',
  (own) => {
    for (let seed = 0; seed < 5; seed++) {
      const { network, weights, batch } = chanceNet({ ...small, ...own }, seed);
      const { gaussian } = createRng(seed, 'direction');
      const v = weights.map(gaussian);
      const product = new Float64Array(weights.length);
      curvatureAt(network.spec, weights, batch, network.running).product(v, product);
      const gradientAt = (by: number) =>
        curvatureAt(
          network.spec,
          weights.map((w, i) => w + by * v[i]!),
          batch,
          network.running,
        ).gradient;
      const [ahead, behind] = [gradientAt(STEP), gradientAt(-STEP)];
      const apart = product.map((value, i) => value - (ahead[i]! - behind[i]!) / (2 * STEP));
      expect(norm(apart) / norm(product)).toBeLessThan(1e-7);
    }
  },
);

test.each([false, true])(
  'its own gradient and loss are those of the network in inference, batch norm %s',
  (batchNorm) => {
    const { network, weights, batch } = chanceNet({ ...small, batchNorm, decay: 0 }, 3);
    const { loss, gradient } = curvatureAt(network.spec, weights, batch, network.running);
    expect(loss).toBeCloseTo(network.loss(weights, batch), 14);
    weights.forEach((w, i) => {
      const at = (by: number) => network.loss(Object.assign(weights.slice(), { [i]: w + by }), batch);
      expect(gradient[i]).toBeCloseTo((at(STEP) - at(-STEP)) / (2 * STEP), 8);
    });
  },
);

test.each([false, true])(
  'Lanczos finds the top five of a dense eigensolver to 1e-8, batch norm %s (10 seeds)',
  (batchNorm) => {
    for (let seed = 0; seed < 10; seed++) {
      const { network, weights, batch } = chanceNet({ ...small, batchNorm }, seed);
      const { product, size } = curvatureAt(network.spec, weights, batch, network.running);
      const full = new Matrix(size, size);
      const [unit, column] = [new Float64Array(size), new Float64Array(size)];
      for (let k = 0; k < size; k++) {
        unit.fill(0)[k] = 1;
        product(unit, column);
        full.setColumn(k, Array.from(column));
      }
      expect(Matrix.sub(full, full.transpose()).norm()).toBeLessThan(1e-12 * full.norm());
      const dense = new EigenvalueDecomposition(full, { assumeSymmetric: true }).realEigenvalues.toReversed();
      const { values, vectors, bounds, steps } = topEigenvalues(network, weights, batch, 5);
      expect(steps).toBeLessThan(size);
      for (let k = 0; k < 5; k++) {
        expect(Math.abs(values[k]! - dense[k]!)).toBeLessThan(1e-8 * dense[0]!);
        expect(bounds[k]).toBeLessThan(1e-8 * dense[0]!);
        const vector = vectors.slice(k * size, (k + 1) * size);
        product(vector, column);
        expect(norm(column.map((c, i) => c - values[k]! * vector[i]!))).toBeLessThan(1e-8 * dense[0]!);
        expect(norm(vector)).toBeCloseTo(1, 12);
      }
    }
  },
);

test('Lanczos finds a multiple eigenvalue as often as it occurs, and says NaN of what is none', () => {
  const spectrum = [7, 7, 7, 2, 1, 0, 0, -3];
  const { values, vectors } = lanczos((v, out) => v.forEach((value, i) => (out[i] = spectrum[i]! * value)), 8, 5);
  Array.from(values).forEach((value, k) => expect(value).toBeCloseTo(spectrum[k]!, 12));
  expect(dot(vectors.slice(0, 8), vectors.slice(8, 16))).toBeCloseTo(0, 12);
  const { values: none } = lanczos((_, out) => out.fill(NaN), 8, 2);
  expect(Array.from(none)).toEqual([NaN, NaN]);
});

test('a start from a little earlier saves steps, and a wrong one misleads nobody (seed 2)', () => {
  const { network, weights, batch } = chanceNet({ ...small, inputs: 2, hidden: [16, 16] }, 2, 60);
  const find = (at: Float64Array, start?: Float64Array) =>
    topEigenvalues(network, at, batch, 1, { tolerance: 1e-4, ...(start && { start }) });
  const before = find(weights);
  const moved = weights.map((w, i) => w + 0.002 * Math.sin(7 * i));
  const [cold, warm] = [find(moved), find(moved, before.vectors)];
  expect(warm.steps).toBeLessThan(cold.steps);
  expect(Math.abs(warm.values[0]! / cold.values[0]! - 1)).toBeLessThan(1e-3);
  const second = topEigenvalues(network, moved, batch, 2).vectors.slice(weights.length);
  expect(Math.abs(find(moved, second).values[0]! / cold.values[0]! - 1)).toBeLessThan(1e-3);
});
