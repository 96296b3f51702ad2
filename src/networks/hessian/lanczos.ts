import { EigenvalueDecomposition, Matrix } from 'ml-matrix';
import { createRng } from '../../math/rng.ts';
import { addScaled, dot, norm } from '../vector.ts';

/** The largest eigenvalues of a symmetric matrix, in descending order. */
export interface TopEigen {
  /** count. */
  readonly values: Float64Array;
  /** count × size: unit vectors, row by row. */
  readonly vectors: Float64Array;
  /** count: ‖A v − λ v‖ as Lanczos knows it; an eigenvalue lies no further from λ than this. */
  readonly bounds: Float64Array;
  /** Products that it took. */
  readonly steps: number;
}

export interface LanczosOptions {
  readonly seed?: number;
  /** Of the largest magnitude among the eigenvalues; where every bound is below it, that is enough. */
  readonly tolerance?: number;
  readonly maxSteps?: number;
  /** size: a vector near the first one's, as found a little earlier on a path; saves steps. */
  readonly start?: Float64Array;
}

/** From one look at the bounds to the next: each step while that costs nothing. */
const looksAt = (steps: number): boolean => steps <= 12 || steps % 5 === 0;
/** Of chance in a given start, beside its own length: where the order of eigenvalues has changed, the new first one is found all the same. */
const CHANCE = 0.1;

/**
 * Lanczos with full reorthogonalisation (Golub & Van Loan §10.3): each new direction is cleared of all before it, twice, so that no eigenvalue appears twice for rounding's sake.
 * Where the space closes early (an eigenvalue of more than one direction), it goes on in a fresh random one.
 */
export function lanczos(
  product: (v: Float64Array, out: Float64Array) => void,
  size: number,
  count: number,
  { seed = 0, tolerance = 1e-10, maxSteps = 200, start }: LanczosOptions = {},
): TopEigen {
  const wanted = Math.min(count, size);
  const most = Math.min(size, Math.max(maxSteps, wanted));
  const { gaussian } = createRng(seed, 'lanczos');
  const basis: Float64Array[] = [];
  const diagonal: number[] = [];
  const beside: number[] = [];
  const next = new Float64Array(size);
  const clear = (vector: Float64Array): void => {
    for (let pass = 0; pass < 2; pass++) for (const q of basis) addScaled(vector, -dot(q, vector), q);
  };
  const fresh = (): Float64Array => {
    const vector = Float64Array.from({ length: size }, gaussian);
    clear(vector);
    return unit(vector);
  };
  let scale = 0;
  basis.push(fresh());
  if (start && Number.isFinite(norm(start)) && norm(start) > 0) {
    addScaled(basis[0]!, 1 / (CHANCE * norm(start)), start);
    basis[0] = unit(basis[0]!);
  }
  for (;;) {
    const q = basis.at(-1)!;
    product(q, next);
    if (!Number.isFinite(dot(next, next))) return failed(size, wanted, basis.length);
    diagonal.push(dot(q, next));
    clear(next);
    const left = norm(next);
    scale = Math.max(scale, Math.abs(diagonal.at(-1)!) + left);
    const closed = left <= 1e-13 * scale;
    const steps = basis.length;
    if (steps === most || (steps >= wanted && looksAt(steps) && !closed)) {
      const found = ritz(basis, diagonal, beside, left, wanted);
      if (steps === most || found.bounds.every((bound) => bound <= tolerance * scale)) return { ...found, steps };
    }
    beside.push(closed ? 0 : left);
    basis.push(closed ? fresh() : unit(next.slice()));
  }
}

const unit = (vector: Float64Array): Float64Array => {
  const length = norm(vector);
  return vector.map((value) => value / length);
};

const failed = (size: number, count: number, steps: number): TopEigen => ({
  values: new Float64Array(count).fill(NaN),
  vectors: new Float64Array(count * size).fill(NaN),
  bounds: new Float64Array(count).fill(NaN),
  steps,
});

/** Eigenvalues of the tridiagonal matrix, and their vectors carried back. */
function ritz(
  basis: readonly Float64Array[],
  diagonal: readonly number[],
  beside: readonly number[],
  left: number,
  count: number,
): Omit<TopEigen, 'steps'> {
  const steps = diagonal.length;
  const tridiagonal = Matrix.diag([...diagonal]);
  for (const [i, value] of beside.slice(0, steps - 1).entries()) {
    tridiagonal.set(i, i + 1, value);
    tridiagonal.set(i + 1, i, value);
  }
  // Ascending.
  const { realEigenvalues, eigenvectorMatrix } = new EigenvalueDecomposition(tridiagonal, { assumeSymmetric: true });
  const size = basis[0]!.length;
  const values = new Float64Array(count);
  const bounds = new Float64Array(count);
  const vectors = new Float64Array(count * size);
  for (let k = 0; k < count; k++) {
    const column = steps - 1 - k;
    values[k] = realEigenvalues[column]!;
    bounds[k] = Math.abs(left * eigenvectorMatrix.get(steps - 1, column));
    const vector = vectors.subarray(k * size, (k + 1) * size);
    for (const [i, q] of basis.entries()) addScaled(vector, eigenvectorMatrix.get(i, column), q);
  }
  return { values, bounds, vectors };
}
