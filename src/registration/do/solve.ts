/**
 * D = B A⁻¹ for a symmetric positive definite A (n × n, its lower triangle, row major; overwritten by its Cholesky factor) and B
 * (rows × n, overwritten by D). Float64; rows of the factor are dotted four at a time, so that each number read serves four sums.
 * Always the same order of operations. Throws a RangeError where A is not positive definite.
 */
export function solveRight(a: Float64Array, n: number, b: Float64Array): void {
  factor(a, n);
  for (let row = 0; row < b.length; row += n) {
    // (L Lᵀ) dᵀ = bᵀ, forwards and then backwards.
    for (let i = 0; i < n; i++) {
      let sum = b[row + i]!;
      for (let k = 0; k < i; k++) sum -= a[i * n + k]! * b[row + k]!;
      b[row + i] = sum / a[i * n + i]!;
    }
    for (let i = n - 1; i >= 0; i--) {
      const d = b[row + i]! / a[i * n + i]!;
      b[row + i] = d;
      for (let k = 0; k < i; k++) b[row + k]! -= a[i * n + k]! * d;
    }
  }
}

/** In blocks of four columns j … j + 3: what earlier columns contribute is subtracted from all four at once, then the block's own. */
function factor(a: Float64Array, n: number): void {
  for (let j = 0; j < n; j += 4) {
    const width = Math.min(4, n - j);
    for (let i = j; i < n; i++) {
      subtractEarlier(a, n, i, j, width);
      for (let c = 0; c < width && j + c <= i; c++) {
        let sum = a[i * n + j + c]!;
        for (let k = j; k < j + c; k++) sum -= a[i * n + k]! * a[(j + c) * n + k]!;
        if (i === j + c) {
          // Written so that NaN fails, too.
          if (!(sum > 0)) throw new RangeError('the normal equations are not positive definite');
          a[i * n + i] = Math.sqrt(sum);
        } else {
          a[i * n + j + c] = sum / a[(j + c) * n + j + c]!;
        }
      }
    }
  }
}

/** a[i, j + c] −= Σ_{k<j} a[i, k] a[j + c, k], c = 0 … width − 1. */
function subtractEarlier(a: Float64Array, n: number, i: number, j: number, width: number): void {
  const own = i * n;
  if (width < 4) {
    for (let c = 0; c < width; c++) {
      let sum = 0;
      for (let k = 0; k < j; k++) sum += a[own + k]! * a[(j + c) * n + k]!;
      a[own + j + c]! -= sum;
    }
    return;
  }
  const [r0, r1, r2, r3] = [j * n, (j + 1) * n, (j + 2) * n, (j + 3) * n];
  let [s0, s1, s2, s3] = [0, 0, 0, 0];
  for (let k = 0; k < j; k++) {
    const v = a[own + k]!;
    s0 += v * a[r0 + k]!;
    s1 += v * a[r1 + k]!;
    s2 += v * a[r2 + k]!;
    s3 += v * a[r3 + k]!;
  }
  a[own + j]! -= s0;
  a[own + j + 1]! -= s1;
  a[own + j + 2]! -= s2;
  a[own + j + 3]! -= s3;
}
