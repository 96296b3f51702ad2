/*
 * The one product that all convolutions come down to: out = weights · columns, [rows × depth] · [depth × count], 4 × 4 values at a time in
 * local variables, so that each number loaded serves four multiplications. Both factors lie in panels of four (of rows, of columns), by
 * depth and then by place in the panel, so that the inner loop reads both straight on. float64, although the weights were halves: V8
 * computes in float64 anyway, and converting each float32 as it is loaded costs a quarter more.
 */

/** Rows or columns in a panel. */
export const PANEL = 4;

export const panels = (count: number): number => Math.ceil(count / PANEL);

/** `matrix` [rows × depth] in C order → panels of four rows, the last one filled up with zeros. */
export function packRows(matrix: ArrayLike<number>, rows: number, depth: number): Float64Array<ArrayBuffer> {
  const packed = new Float64Array(PANEL * panels(rows) * depth);
  for (let row = 0; row < rows; row++) {
    const base = (row - (row % PANEL)) * depth + (row % PANEL);
    for (let k = 0; k < depth; k++) packed[base + PANEL * k] = matrix[row * depth + k]!;
  }
  return packed;
}

/**
 * out[row, column] = bias[row] + Σ_k weights[row, k] · columns[k, column], and 0 where that is negative if `relu`.
 * `out` is [rows × count] in C order; `weights`, `bias` and `out` have whole panels of rows, `count` is a multiple of four.
 */
export function product(
  weights: Float64Array,
  bias: Float64Array,
  columns: Float64Array,
  depth: number,
  count: number,
  relu: boolean,
  out: Float64Array,
): void {
  const least = relu ? 0 : -Infinity;
  for (let row = 0; row < bias.length; row += PANEL) {
    for (let column = 0; column < count; column += PANEL) {
      let [p, q] = [row * depth, column * depth];
      const end = p + PANEL * depth;
      let a0 = bias[row]!;
      let b0 = bias[row + 1]!;
      let c0 = bias[row + 2]!;
      let d0 = bias[row + 3]!;
      let [a1, a2, a3, b1, b2, b3, c1, c2, c3, d1, d2, d3] = [a0, a0, a0, b0, b0, b0, c0, c0, c0, d0, d0, d0];
      for (; p < end; p += PANEL, q += PANEL) {
        const x0 = columns[q]!;
        const x1 = columns[q + 1]!;
        const x2 = columns[q + 2]!;
        const x3 = columns[q + 3]!;
        let w = weights[p]!;
        a0 += w * x0;
        a1 += w * x1;
        a2 += w * x2;
        a3 += w * x3;
        w = weights[p + 1]!;
        b0 += w * x0;
        b1 += w * x1;
        b2 += w * x2;
        b3 += w * x3;
        w = weights[p + 2]!;
        c0 += w * x0;
        c1 += w * x1;
        c2 += w * x2;
        c3 += w * x3;
        w = weights[p + 3]!;
        d0 += w * x0;
        d1 += w * x1;
        d2 += w * x2;
        d3 += w * x3;
      }
      let at = row * count + column;
      put(out, at, a0, a1, a2, a3, least);
      put(out, (at += count), b0, b1, b2, b3, least);
      put(out, (at += count), c0, c1, c2, c3, least);
      put(out, at + count, d0, d1, d2, d3, least);
    }
  }
}

function put(out: Float64Array, at: number, v0: number, v1: number, v2: number, v3: number, least: number): void {
  out[at] = v0 > least ? v0 : least;
  out[at + 1] = v1 > least ? v1 : least;
  out[at + 2] = v2 > least ? v2 : least;
  out[at + 3] = v3 > least ? v3 : least;
}
