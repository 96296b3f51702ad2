/**
 * Solves A x = b for a symmetric positive definite 6 × 6 A (row major; only the lower triangle is read) by Cholesky, A and b untouched.
 * Returns false, and leaves `out` alone, where A is singular to working precision: a pivot no larger than 1e-14 of its diagonal entry.
 */
export function solveSymmetric6(a: Float64Array, b: Float64Array, out: Float64Array): boolean {
  const l = lower;
  for (let i = 0; i < 6; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = a[6 * i + j]!;
      for (let k = 0; k < j; k++) sum -= l[6 * i + k]! * l[6 * j + k]!;
      if (i === j) {
        // Written so that NaN fails, too.
        if (!(sum > 1e-14 * Math.abs(a[7 * i]!))) return false;
        l[7 * i] = Math.sqrt(sum);
      } else {
        l[6 * i + j] = sum / l[7 * j]!;
      }
    }
  }
  for (let i = 0; i < 6; i++) {
    let sum = b[i]!;
    for (let k = 0; k < i; k++) sum -= l[6 * i + k]! * out6[k]!;
    out6[i] = sum / l[7 * i]!;
  }
  for (let i = 5; i >= 0; i--) {
    let sum = out6[i]!;
    for (let k = i + 1; k < 6; k++) sum -= l[6 * k + i]! * out6[k]!;
    out6[i] = sum / l[7 * i]!;
  }
  out.set(out6);
  return true;
}

const lower = new Float64Array(36);
const out6 = new Float64Array(6);

export interface Eigen {
  /** n, ascending. */
  readonly values: Float64Array;
  /** n × n: row k is the unit eigenvector of `values[k]`. */
  readonly vectors: Float64Array;
}

/** Room for an n × n decomposition that is overwritten at each call. */
export function eigenRoom(n: number): Eigen {
  return { values: new Float64Array(n), vectors: new Float64Array(n * n) };
}

const SWEEPS = 30;
const work = new Float64Array(36);

/**
 * Eigenvalues and vectors of a symmetric n × n matrix, n ≤ 6 (row major; A untouched), by cyclic Jacobi rotations (Golub & Van Loan §8.5):
 * small relative errors, orthogonal vectors also where eigenvalues coincide. NaN in, NaN out.
 */
export function symmetricEigen(a: Float64Array, n: number, out: Eigen = eigenRoom(n)): Eigen {
  const { values, vectors } = out;
  for (let i = 0; i < n * n; i++) {
    work[i] = a[i]!;
    vectors[i] = i % (n + 1) === 0 ? 1 : 0;
  }
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    let rotated = false;
    for (let p = 0; p < n; p++) for (let q = p + 1; q < n; q++) rotated = rotate(n, p, q, vectors) || rotated;
    if (!rotated) break;
  }
  for (let i = 0; i < n; i++) values[i] = work[i * n + i]!;
  sortRows(n, values, vectors);
  return out;
}

/** Zeroes entry p, q of `work`; false where it is zero already, or so small that the rotation would change nothing. */
function rotate(n: number, p: number, q: number, vectors: Float64Array): boolean {
  const pq = work[p * n + q]!;
  const pp = work[p * n + p]!;
  const qq = work[q * n + q]!;
  if (pq === 0 || (Math.abs(pp) + Math.abs(pq) === Math.abs(pp) && Math.abs(qq) + Math.abs(pq) === Math.abs(qq)))
    return false;
  const tau = (qq - pp) / (2 * pq);
  const t = tau >= 0 ? 1 / (tau + Math.sqrt(1 + tau * tau)) : 1 / (tau - Math.sqrt(1 + tau * tau));
  const c = 1 / Math.sqrt(1 + t * t);
  const s = t * c;
  for (let k = 0; k < n; k++) {
    const vp = vectors[p * n + k]!;
    const vq = vectors[q * n + k]!;
    vectors[p * n + k] = c * vp - s * vq;
    vectors[q * n + k] = s * vp + c * vq;
    if (k === p || k === q) continue;
    const kp = work[k * n + p]!;
    const kq = work[k * n + q]!;
    work[k * n + p] = work[p * n + k] = c * kp - s * kq;
    work[k * n + q] = work[q * n + k] = s * kp + c * kq;
  }
  work[p * n + p] = pp - t * pq;
  work[q * n + q] = qq + t * pq;
  work[p * n + q] = work[q * n + p] = 0;
  return true;
}

function sortRows(n: number, values: Float64Array, vectors: Float64Array): void {
  for (let i = 1; i < n; i++) {
    for (let j = i; j > 0 && values[j - 1]! > values[j]!; j--) {
      const value = values[j]!;
      values[j] = values[j - 1]!;
      values[j - 1] = value;
      for (let k = 0; k < n; k++) {
        const v = vectors[j * n + k]!;
        vectors[j * n + k] = vectors[(j - 1) * n + k]!;
        vectors[(j - 1) * n + k] = v;
      }
    }
  }
}

const horn = new Float64Array(16);
const hornEigen = eigenRoom(4);

/**
 * The rotation R (3 × 3, row major) that maximises tr(R H), hence minimises Σ‖R s − t‖² for H = Σ s tᵀ of centred pairs (row major:
 * H[3i + j] = Σ sᵢ tⱼ). By Horn's quaternion (1987): always a rotation, the best one also where the SVD would give a reflection; where
 * several are best (collinear or too few pairs) one of them.
 */
export function kabsch(h: Float64Array, out = new Float64Array(9)): Float64Array {
  const xx = h[0]!;
  const xy = h[1]!;
  const xz = h[2]!;
  const yx = h[3]!;
  const yy = h[4]!;
  const yz = h[5]!;
  const zx = h[6]!;
  const zy = h[7]!;
  const zz = h[8]!;
  horn[0] = xx + yy + zz;
  horn[1] = horn[4] = yz - zy;
  horn[2] = horn[8] = zx - xz;
  horn[3] = horn[12] = xy - yx;
  horn[5] = xx - yy - zz;
  horn[6] = horn[9] = xy + yx;
  horn[7] = horn[13] = zx + xz;
  horn[10] = -xx + yy - zz;
  horn[11] = horn[14] = yz + zy;
  horn[15] = -xx - yy + zz;
  const { vectors: q } = symmetricEigen(horn, 4, hornEigen);
  const w = q[12]!;
  const x = q[13]!;
  const y = q[14]!;
  const z = q[15]!;
  out[0] = 1 - 2 * (y * y + z * z);
  out[1] = 2 * (x * y - w * z);
  out[2] = 2 * (x * z + w * y);
  out[3] = 2 * (x * y + w * z);
  out[4] = 1 - 2 * (x * x + z * z);
  out[5] = 2 * (y * z - w * x);
  out[6] = 2 * (x * z - w * y);
  out[7] = 2 * (y * z + w * x);
  out[8] = 1 - 2 * (x * x + y * y);
  return out;
}

/** The rotation nearest to a 3 × 3 matrix (row major) in the Frobenius norm. */
export function nearestRotation(m: Float64Array): Float64Array {
  return kabsch(Float64Array.of(m[0]!, m[3]!, m[6]!, m[1]!, m[4]!, m[7]!, m[2]!, m[5]!, m[8]!));
}
