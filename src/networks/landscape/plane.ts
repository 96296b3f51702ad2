import { createRng } from '../../math/rng.ts';
import { layoutOf } from '../layout.ts';
import type { NetworkSpec } from '../types.ts';
import { dot, norm, scaled } from '../vector.ts';

/** A plane through the space of weights: θ(α, β) = origin + α u + β v. u and v need be neither unit nor orthogonal. */
export interface Plane {
  readonly kind: 'random' | 'pca' | 'points';
  readonly origin: Float64Array;
  readonly u: Float64Array;
  readonly v: Float64Array;
  /** PCA: the shares of the rows' variance along u and along v. */
  readonly explained: readonly [number, number] | null;
}

/**
 * Two random directions, filter-normalised (Li et al. 2018, §4): the piece of a direction that belongs to one neuron's incoming weights is as long as those weights are, so
 * that nets of other scales can be compared. Biases, and γ and β of batch normalization, stay where they are.
 */
export function randomPlane(spec: NetworkSpec, origin: ArrayLike<number>, seed: number): Plane {
  const at = Float64Array.from(origin);
  const [u, v] = [randomDirection(spec, at, seed, 'u'), randomDirection(spec, at, seed, 'v')];
  return { kind: 'random', origin: at, u, v, explained: null };
}

function randomDirection(spec: NetworkSpec, origin: Float64Array, seed: number, name: string): Float64Array {
  const { size, slices } = layoutOf(spec);
  const direction = new Float64Array(size);
  for (const { kind, layer, offset, rows, columns } of slices) {
    if (kind !== 'weights') continue;
    const { gaussian } = createRng(seed, 'direction', name, layer);
    for (let from = offset; from < offset + rows * columns; from += columns) {
      const neuron = direction.subarray(from, from + columns);
      for (let i = 0; i < columns; i++) neuron[i] = gaussian();
      const factor = norm(origin.subarray(from, from + columns)) / norm(neuron);
      for (let i = 0; i < columns; i++) neuron[i] = factor * neuron[i]!;
    }
  }
  return direction;
}

/**
 * The plane through three trained nets, undistorted: a lies at (0, 0), b at (1, 0), and v is perpendicular to u = b − a and as long, on the side of c. Where the three lie on
 * one line, v is any perpendicular.
 */
export function pointsPlane(a: ArrayLike<number>, b: ArrayLike<number>, c: ArrayLike<number>): Plane {
  const origin = Float64Array.from(a);
  const u = origin.map((from, i) => b[i]! - from);
  const length = norm(u);
  if (!(length > 0)) throw new RangeError('the first two nets of a plane are one and the same');
  const v = perpendicular(
    origin.map((from, i) => c[i]! - from),
    u,
  );
  return { kind: 'points', origin, u, v: scaled(v, length), explained: null };
}

/** Below this share of a vector's length, what is left of it beside another is rounding. */
const ROUNDING = 1e-10;

/** The unit vector of what `vector` has perpendicular to `u`; of a seeded random one where it has nothing. */
export function perpendicular(vector: Float64Array, u: Float64Array): Float64Array {
  let left = vector;
  // Twice is enough (Kahan, in Parlett 1980): after one pass, what cancellation left may still lean.
  for (let pass = 0; pass < 2; pass++) {
    const along = dot(left, u) / dot(u, u);
    left = left.map((value, i) => value - along * u[i]!);
  }
  if (norm(left) > ROUNDING * norm(vector)) return scaled(left, 1 / norm(left));
  if (u.length < 2) return new Float64Array(u.length);
  const { gaussian } = createRng(0, 'perpendicular');
  return perpendicular(Float64Array.from(u, gaussian), u);
}
