import { layoutOf } from '../../../src/networks/layout.ts';
import type { NetworkSpec } from '../../../src/networks/types.ts';
import { createRng } from '../../../src/math/rng.ts';

/** A plane through the weights: θ(α, β) = origin + α u + β v. */
export interface Plane {
  readonly kind: 'random' | 'pca' | 'points';
  readonly origin: Float64Array;
  readonly u: Float64Array;
  readonly v: Float64Array;
  /** Of PCA: shares of the variance. */
  readonly explained: readonly [number, number] | null;
}

const dot = (a: ArrayLike<number>, b: ArrayLike<number>) => {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
};
const minus = (a: ArrayLike<number>, b: ArrayLike<number>) => Float64Array.from(a, (value, i) => value - b[i]!);

/** Two random directions, each neuron's part scaled to the norm of its weights (Li et al. 2018); biases and batch normalization rest. */
export function randomPlane(spec: NetworkSpec, origin: ArrayLike<number>, seed: number): Plane {
  const { size, slices } = layoutOf(spec);
  const direction = (name: string) => {
    const { gaussian } = createRng(seed, 'direction', name);
    const out = new Float64Array(size);
    for (const { kind, offset, rows, columns } of slices) {
      if (kind !== 'weights') continue;
      for (let row = 0; row < rows; row++) {
        const at = offset + row * columns;
        for (let i = at; i < at + columns; i++) out[i] = gaussian();
        const piece = out.subarray(at, at + columns);
        const weights = Float64Array.from({ length: columns }, (_, i) => origin[at + i]!);
        const factor = Math.sqrt(dot(weights, weights) / dot(piece, piece));
        for (let i = 0; i < columns; i++) piece[i] = piece[i]! * factor;
      }
    }
    return out;
  };
  return { kind: 'random', origin: Float64Array.from(origin), u: direction('u'), v: direction('v'), explained: null };
}

/** The first two principal axes of rows of weights, about the last row. Power iteration on the rows' Gram matrix. */
export function pcaPlane(rows: readonly ArrayLike<number>[]): Plane {
  const size = rows[0]!.length;
  const mean = Float64Array.from({ length: size }, (_, i) => rows.reduce((sum, row) => sum + row[i]!, 0) / rows.length);
  const centred = rows.map((row) => minus(row, mean));
  const total = centred.reduce((sum, row) => sum + dot(row, row), 0);
  const axes: Float64Array[] = [];
  const shares: number[] = [];
  for (let k = 0; k < 2; k++) {
    let axis: Float64Array<ArrayBufferLike> = Float64Array.from(centred[k * (rows.length - 1)]!);
    for (let i = 0; i < 200; i++) {
      for (const before of axes) {
        const part = dot(before, axis);
        axis = axis.map((value, j) => value - part * before[j]!);
      }
      const length = Math.sqrt(dot(axis, axis)) || 1;
      axis = axis.map((value) => value / length);
      const next = new Float64Array(size);
      for (const row of centred) {
        const along = dot(row, axis);
        for (let j = 0; j < size; j++) next[j] = next[j]! + along * row[j]!;
      }
      if (i < 199) axis = next;
    }
    axes.push(Float64Array.from(axis));
    shares.push(total > 0 ? centred.reduce((sum, row) => sum + dot(row, axis) ** 2, 0) / total : 0);
  }
  const [u, v] = axes as [Float64Array, Float64Array];
  return { kind: 'pca', origin: Float64Array.from(rows.at(-1)!), u, v, explained: [shares[0]!, shares[1]!] };
}

/** Through three rows: a at (0, 0), b at (1, 0), c at (0, 1) in directions of their own. */
export function pointsPlane(a: ArrayLike<number>, b: ArrayLike<number>, c: ArrayLike<number>): Plane {
  return { kind: 'points', origin: Float64Array.from(a), u: minus(b, a), v: minus(c, a), explained: null };
}

/** The nearest place of the plane, and how far it is. */
export function projectOn({ origin, u, v }: Plane, weights: ArrayLike<number>) {
  const apart = minus(weights, origin);
  const [uu, uv, vv] = [dot(u, u), dot(u, v), dot(v, v)];
  const [du, dv] = [dot(apart, u), dot(apart, v)];
  const determinant = uu * vv - uv * uv;
  const alpha = (du * vv - dv * uv) / determinant;
  const beta = (dv * uu - du * uv) / determinant;
  let residual = 0;
  for (let i = 0; i < apart.length; i++) residual += (apart[i]! - alpha * u[i]! - beta * v[i]!) ** 2;
  return { alpha, beta, residual: Math.sqrt(residual) };
}
