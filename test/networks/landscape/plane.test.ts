import { Matrix, SingularValueDecomposition } from 'ml-matrix';
import { expect, test } from 'vitest';
import { createRng } from '../../../src/math/rng.ts';
import { initialWeights } from '../../../src/networks/init.ts';
import { pcaPlane } from '../../../src/networks/landscape/pca.ts';
import { pointsPlane, randomPlane, type Plane } from '../../../src/networks/landscape/plane.ts';
import { projectOn, rangeOf } from '../../../src/networks/landscape/project.ts';
import { layoutOf } from '../../../src/networks/layout.ts';
import type { NetworkSpec } from '../../../src/networks/types.ts';
import { dot, norm } from '../../../src/networks/vector.ts';

const spec: NetworkSpec = {
  ...{ inputs: 3, hidden: [5, 4], outputs: 2, activation: 'tanh', task: 'classes', loss: 'cross-entropy' },
  ...{ batchNorm: true, dropout: 0, decay: 0 },
};
const weights = initialWeights(spec, 'xavier', 0, 1).map((w) => w + 0.01);

test('a random direction is as long, neuron by neuron, as the weights are, and nothing elsewhere (seed 7)', () => {
  const { u, v } = randomPlane(spec, weights, 7);
  for (const direction of [u, v]) {
    for (const { kind, offset, rows, columns } of layoutOf(spec).slices) {
      for (let from = offset; from < offset + rows * columns; from += columns) {
        const length = norm(direction.subarray(from, from + columns));
        if (kind === 'weights') expect(length).toBeCloseTo(norm(weights.subarray(from, from + columns)), 13);
        else expect(length).toBe(0);
      }
    }
  }
  expect(Math.abs(dot(u, v)) / dot(u, u)).toBeLessThan(0.5);
  expect(randomPlane(spec, weights, 8).u).not.toEqual(u);
});

/** A walk of `count` steps, most of it along a few directions. */
function walk(count: number, size: number): Float64Array[] {
  const { gaussian } = createRng(5, 'walk');
  const scale = Float64Array.from({ length: size }, (_, i) => 1 / (1 + i));
  const at = Float64Array.from({ length: size }, gaussian);
  return Array.from({ length: count }, () => at.map((_, i) => (at[i]! += scale[i]! * (0.2 + gaussian()))));
}

test.each([
  [12, 40],
  [40, 12],
])('the plane of PCA is that of a singular value decomposition: %i rows of %i (seed 5)', (count, size) => {
  const rows = walk(count, size);
  const { origin, u, v, explained } = pcaPlane(rows);
  const centred = new Matrix(rows.map((row) => Array.from(row))).center('column');
  const svd = new SingularValueDecomposition(centred, { autoTranspose: true });
  const variances = svd.diagonal.map((s) => s * s);
  const total = variances.reduce((sum, value) => sum + value, 0);
  expect(explained![0]).toBeCloseTo(variances[0]! / total, 12);
  expect(explained![1]).toBeCloseTo(variances[1]! / total, 12);
  expect(explained![0]).toBeGreaterThan(explained![1]);
  for (const [k, direction] of [u, v].entries()) {
    expect(Math.abs(dot(direction, svd.rightSingularVectors.getColumn(k)))).toBeCloseTo(1, 10);
    expect(
      dot(
        direction,
        rows.at(-1)!.map((w, i) => w - origin[i]!),
      ),
    ).toBeGreaterThan(0);
  }
  // What the plane leaves over is what the two do not explain.
  const left = rows.reduce((sum, row) => sum + projectOn(pcaPlane(rows), row).residual ** 2, 0);
  expect(left / total).toBeCloseTo(1 - explained![0] - explained![1], 12);
});

test('PCA makes do with a single row, with rows on one line, and without those that diverged', () => {
  const line = [0, 1, 2].map((t) => Float64Array.of(1 + t, 2 + t, 3));
  for (const plane of [pcaPlane([weights]), pcaPlane([...line, Float64Array.of(NaN, 0, 0)])]) {
    expect(norm(plane.u)).toBeCloseTo(1, 12);
    expect(norm(plane.v)).toBeCloseTo(1, 12);
    expect(dot(plane.u, plane.v)).toBeCloseTo(0, 12);
  }
  expect(pcaPlane(line).explained![0]).toBeCloseTo(1, 12);
  expect(() => pcaPlane([])).toThrow('finite weights');
});

test('the plane of three nets holds all three, undistorted', () => {
  const [a, b, c] = walk(3, 9) as [Float64Array, Float64Array, Float64Array];
  const plane = pointsPlane(a, b, c);
  expect(projectOn(plane, a)).toEqual({ alpha: 0, beta: 0, residual: 0 });
  const atB = projectOn(plane, b);
  expect([atB.alpha, atB.beta, atB.residual].map((value) => Math.round(value * 1e12) / 1e12 + 0)).toEqual([1, 0, 0]);
  const atC = projectOn(plane, c);
  expect(atC.residual).toBeLessThan(1e-12);
  const length = norm(plane.u);
  expect(Math.hypot(atC.alpha, atC.beta) * length).toBeCloseTo(norm(c.map((w, i) => w - a[i]!)), 12);
  expect(norm(plane.v)).toBeCloseTo(length, 12);
  expect(() => pointsPlane(a, a, c)).toThrow('one and the same');
  const onLine = pointsPlane(
    a,
    b,
    a.map((w, i) => (w + b[i]!) / 2),
  );
  expect(dot(onLine.u, onLine.v)).toBeCloseTo(0, 12);
  expect(norm(onLine.v)).toBeCloseTo(length, 12);
});

const planes: readonly Plane[] = [
  randomPlane(spec, weights, 1),
  pcaPlane(walk(8, weights.length)),
  pointsPlane(...(walk(3, weights.length) as [Float64Array, Float64Array, Float64Array])),
];
test.each(planes)(
  'a shadow on a plane ($kind): what is left is perpendicular to it, and as long as it says (seed 9)',
  (plane) => {
    const { gaussian } = createRng(9, 'projection');
    for (let k = 0; k < 20; k++) {
      const theta = plane.origin.map((w) => w + 3 * gaussian());
      const { alpha, beta, residual } = projectOn(plane, theta);
      const left = theta.map((w, i) => w - plane.origin[i]! - alpha * plane.u[i]! - beta * plane.v[i]!);
      expect(Math.abs(dot(left, plane.u))).toBeLessThan(1e-12 * norm(theta) * norm(plane.u));
      expect(Math.abs(dot(left, plane.v))).toBeLessThan(1e-12 * norm(theta) * norm(plane.v));
      expect(Math.abs(residual - norm(left))).toBeLessThan(1e-12 * norm(left));
    }
    const inside = plane.origin.map((w, i) => w + 0.7 * plane.u[i]! - 0.4 * plane.v[i]!);
    const shadow = projectOn(plane, inside);
    expect(shadow.alpha).toBeCloseTo(0.7, 12);
    expect(shadow.beta).toBeCloseTo(-0.4, 12);
    expect(shadow.residual).toBeLessThan(1e-12 * norm(inside));
  },
);

test('a range holds all shadows with a margin, and is never a slit', () => {
  const plane = pointsPlane([0, 0, 0], [1, 0, 0], [0, 1, 0]);
  const { alpha, beta } = rangeOf(
    plane,
    [
      [0, 1, 5],
      [4, 1, -3],
      [NaN, 0, 0],
    ],
    0.25,
  );
  expect(alpha).toEqual([-1, 5]);
  expect(beta).toEqual([0.25, 1.75]);
});
