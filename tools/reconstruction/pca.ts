import type { Rng } from '../../src/math/rng.ts';

const STEPS = 60;

export interface Principal {
  readonly mean: Float64Array;
  /** count × size, orthonormal rows, by falling variance. */
  readonly axes: Float64Array;
  /** Along each axis. */
  readonly deviations: Float64Array;
}

/** The `count` principal axes of `rows`, by orthogonal iteration on their covariance. */
export function principalAxes(rows: readonly ArrayLike<number>[], count: number, rng: Rng): Principal {
  const size = rows[0]?.length ?? 0;
  const mean = new Float64Array(size);
  for (const row of rows) for (let i = 0; i < size; i++) mean[i]! += row[i]! / rows.length;
  const covariance = covarianceOf(rows, mean);
  let axes = orthonormal(Float64Array.from({ length: count * size }, rng.gaussian), count, size);
  for (let step = 0; step < STEPS; step++) axes = orthonormal(product(axes, covariance, count, size), count, size);
  const image = product(axes, covariance, count, size);
  const deviations = Float64Array.from({ length: count }, (_, a) =>
    Math.sqrt(dot(axes, image, a * size, a * size, size)),
  );
  return { mean, axes, deviations };
}

function covarianceOf(rows: readonly ArrayLike<number>[], mean: Float64Array): Float64Array {
  const size = mean.length;
  const out = new Float64Array(size * size);
  const centred = new Float64Array(size);
  for (const row of rows) {
    for (let i = 0; i < size; i++) centred[i] = row[i]! - mean[i]!;
    for (let i = 0; i < size; i++) {
      const value = centred[i]! / rows.length;
      for (let j = 0; j < size; j++) out[i * size + j]! += value * centred[j]!;
    }
  }
  return out;
}

/** Each row of `axes` times the symmetric `matrix`. */
function product(axes: Float64Array, matrix: Float64Array, count: number, size: number): Float64Array {
  const out = new Float64Array(count * size);
  for (let a = 0; a < count; a++) {
    for (let i = 0; i < size; i++) out[a * size + i] = dot(axes, matrix, a * size, i * size, size);
  }
  return out;
}

function dot(a: Float64Array, b: Float64Array, fromA: number, fromB: number, size: number): number {
  let sum = 0;
  for (let i = 0; i < size; i++) sum += a[fromA + i]! * b[fromB + i]!;
  return sum;
}

/** Gram and Schmidt, twice over each row. */
function orthonormal(axes: Float64Array, count: number, size: number): Float64Array {
  for (let a = 0; a < count; a++) {
    for (let round = 0; round < 2; round++) {
      for (let b = 0; b < a; b++) {
        const share = dot(axes, axes, a * size, b * size, size);
        for (let i = 0; i < size; i++) axes[a * size + i]! -= share * axes[b * size + i]!;
      }
    }
    const length = Math.sqrt(dot(axes, axes, a * size, a * size, size));
    for (let i = 0; i < size; i++) axes[a * size + i]! /= length;
  }
  return axes;
}
