/** A plane that logits are seen in: from the mean, along two unit vectors. */
export interface CrowdPlane {
  /** classes each. */
  readonly mean: Float64Array;
  readonly along: Float64Array;
  readonly across: Float64Array;
  /** Largest |coordinate| in it. */
  readonly half: number;
  /** Share of the variance that lies in it. */
  readonly explained: number;
}

const dot = (a: ArrayLike<number>, b: ArrayLike<number>): number => {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
};

/** Sweeps of rotations: a few classes' matrix is diagonal long before. */
const SWEEPS = 30;

/** Eigenvectors of the two largest eigenvalues of a symmetric matrix, m × m, by cyclic Jacobi rotations (Golub & Van Loan §8.5). */
function leading(symmetric: Float64Array, m: number): readonly [Float64Array, Float64Array] {
  const a = symmetric.slice();
  const vectors = Array.from({ length: m }, (_, k) => Float64Array.from({ length: m }, (__, j) => (j === k ? 1 : 0)));
  const least = 1e-30 * dot(a, a);
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    for (let p = 0; p < m; p++) {
      for (let q = p + 1; q < m; q++) {
        const beside = a[p * m + q]!;
        if (beside ** 2 <= least) continue;
        const tau = (a[q * m + q]! - a[p * m + p]!) / (2 * beside);
        const tan = Math.sign(tau || 1) / (Math.abs(tau) + Math.hypot(1, tau));
        const cos = 1 / Math.hypot(1, tan);
        const turn = (of: Float64Array, i: number, j: number, sin: number) => {
          const [x, y] = [of[i]!, of[j]!];
          of[i] = cos * x - sin * y;
          of[j] = sin * x + cos * y;
        };
        for (let k = 0; k < m; k++) turn(a, k * m + p, k * m + q, tan * cos);
        for (let k = 0; k < m; k++) turn(a, p * m + k, q * m + k, tan * cos);
        const [v, w] = [vectors[p]!, vectors[q]!];
        vectors[p] = v.map((value, j) => cos * value - tan * cos * w[j]!);
        vectors[q] = w.map((value, j) => tan * cos * v[j]! + cos * value);
      }
    }
  }
  const places = vectors.map((_, k) => k).sort((i, j) => a[j * m + j]! - a[i * m + i]!);
  return [vectors[places[0]!]!, vectors[places[1] ?? places[0]!]!];
}

/**
 * The plane of the first two principal components of logits (count × m). What all classes have in common, which no probability knows of, is left out. Turned and, where it
 * must be, mirrored in itself so that the classes stand around as nearly as they can in their order: it does not flip as a training goes on, and nets side by side can be compared.
 */
export function crowdPlane(logits: ArrayLike<number>, labels: ArrayLike<number>, m: number): CrowdPlane {
  const count = Math.floor(logits.length / m);
  const rows = Array.from({ length: count }, (_, i) => centred(logits, i, m)).filter((row) =>
    row.every(Number.isFinite),
  );
  const mean = new Float64Array(m);
  for (const row of rows) row.forEach((value, j) => (mean[j] = mean[j]! + value / rows.length));
  const matrix = new Float64Array(m * m);
  let total = 0;
  for (const row of rows) {
    for (let j = 0; j < m; j++) {
      const apart = row[j]! - mean[j]!;
      total += apart ** 2;
      for (let k = 0; k < m; k++) matrix[j * m + k] = matrix[j * m + k]! + apart * (row[k]! - mean[k]!);
    }
  }
  const [u, v] = leading(matrix, m);
  const [along, across] = turned(u, v, { logits, labels, mean, m, count });
  let [half, within] = [0, 0];
  for (const row of rows) {
    const apart = row.map((value, j) => value - mean[j]!);
    const [x, y] = [dot(apart, along), dot(apart, across)];
    half = Math.max(half, Math.abs(x), Math.abs(y));
    within += x ** 2 + y ** 2;
  }
  return { mean, along, across, half: half || 1, explained: total > 0 ? within / total : 0 };
}

interface Crowd {
  readonly logits: ArrayLike<number>;
  readonly labels: ArrayLike<number>;
  readonly mean: Float64Array;
  readonly m: number;
  readonly count: number;
}

/** Procrustes in the plane, as complex numbers: each class is drawn to its place on a clock's face. */
function turned(u: Float64Array, v: Float64Array, { logits, labels, mean, m, count }: Crowd) {
  // Of the turn and of the turn after a mirroring: Σ conj(z) w and Σ z w.
  const sums = { turn: [0, 0], mirror: [0, 0] };
  for (let i = 0; i < count; i++) {
    const row = centred(logits, i, m);
    const apart = row.map((value, j) => value - mean[j]!);
    const [x, y] = [dot(apart, u), dot(apart, v)];
    if (!Number.isFinite(x + y)) continue;
    const angle = Math.PI / 2 - (2 * Math.PI * labels[i]!) / m;
    const [a, b] = [Math.cos(angle), Math.sin(angle)];
    sums.turn[0]! += x * a + y * b;
    sums.turn[1]! += x * b - y * a;
    sums.mirror[0]! += x * a - y * b;
    sums.mirror[1]! += x * b + y * a;
  }
  const length = ([a, b]: readonly number[]) => Math.hypot(a!, b!);
  const mirrored = length(sums.mirror) > length(sums.turn);
  const sum = mirrored ? sums.mirror : sums.turn;
  const [c, s] = length(sum) > 0 ? [sum[0]! / length(sum), sum[1]! / length(sum)] : [1, 0];
  const w = mirrored ? v.map((value) => -value) : v;
  return [u.map((value, j) => c * value - s * w[j]!), u.map((value, j) => s * value + c * w[j]!)] as const;
}

/** Logits of a sample, less their mean: softmax is the same. */
function centred(logits: ArrayLike<number>, i: number, m: number): Float64Array {
  const row = Float64Array.from({ length: m }, (_, j) => logits[i * m + j]!);
  const common = row.reduce((sum, value) => sum + value, 0) / m;
  return row.map((value) => value - common);
}

/** Where a sample stands in a plane. */
export function placeIn(
  { mean, along, across }: CrowdPlane,
  logits: ArrayLike<number>,
  i: number,
): readonly [x: number, y: number] {
  const m = mean.length;
  const apart = centred(logits, i, m).map((value, j) => value - mean[j]!);
  return [dot(apart, along), dot(apart, across)];
}
