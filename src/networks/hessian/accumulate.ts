import type { Numbers } from '../types.ts';

/** c (n × m) += a (n × k) bᵀ, b being m × k. */
export function addTimesTransposed(a: Numbers, b: Numbers, c: Numbers, n: number, k: number, m: number): void {
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < m; j++) {
      let sum = 0;
      for (let p = 0, ai = i * k, bj = j * k; p < k; p++) sum += a[ai + p]! * b[bj + p]!;
      c[i * m + j] = c[i * m + j]! + sum;
    }
  }
}

/** c (n × m) += a (n × k) b, b being k × m. */
export function addTimes(a: Numbers, b: Numbers, c: Numbers, n: number, k: number, m: number): void {
  for (let i = 0; i < n; i++) for (let p = 0; p < k; p++) addRow(a[i * k + p]!, b, p * m, c, i * m, m);
}

/** c (n × m) += aᵀ b, a being k × n and b k × m. */
export function addTransposedTimes(a: Numbers, b: Numbers, c: Numbers, n: number, k: number, m: number): void {
  for (let p = 0; p < k; p++) for (let i = 0; i < n; i++) addRow(a[p * n + i]!, b, p * m, c, i * m, m);
}

function addRow(factor: number, b: Numbers, from: number, c: Numbers, to: number, m: number): void {
  if (factor === 0) return;
  for (let j = 0; j < m; j++) c[to + j] = c[to + j]! + factor * b[from + j]!;
}
