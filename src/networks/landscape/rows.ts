/* Sums over many long rows, four at a time: what they are summed into is fetched a quarter as often, and four sums do not wait for one another. */

const none = new Float64Array(0);

/** out += Σᵢ factors[i] rows[i]. */
export function addRows(rows: readonly Float64Array[], factors: ArrayLike<number>, out: Float64Array): void {
  const whole = rows.length - (rows.length % 4);
  for (let from = 0; from < whole; from += 4) {
    const [a = none, b = none, c = none, d = none] = rows.slice(from, from + 4);
    const [fa, fb, fc, fd] = [factors[from]!, factors[from + 1]!, factors[from + 2]!, factors[from + 3]!];
    for (let i = 0; i < out.length; i++) out[i] = out[i]! + fa * a[i]! + fb * b[i]! + fc * c[i]! + fd * d[i]!;
  }
  for (let at = whole; at < rows.length; at++) {
    const [row, factor] = [rows[at]!, factors[at]!];
    for (let i = 0; i < out.length; i++) out[i] = out[i]! + factor * row[i]!;
  }
}

/** out[i] = rows[i] · v. */
export function dotRows(rows: readonly Float64Array[], v: Float64Array, out: Float64Array): void {
  const whole = rows.length - (rows.length % 4);
  for (let from = 0; from < whole; from += 4) {
    const [a = none, b = none, c = none, d = none] = rows.slice(from, from + 4);
    let [sa, sb, sc, sd] = [0, 0, 0, 0];
    for (let i = 0; i < v.length; i++) {
      const value = v[i]!;
      sa += a[i]! * value;
      sb += b[i]! * value;
      sc += c[i]! * value;
      sd += d[i]! * value;
    }
    out.set([sa, sb, sc, sd], from);
  }
  for (let at = whole; at < rows.length; at++) {
    const row = rows[at]!;
    let sum = 0;
    for (let i = 0; i < v.length; i++) sum += row[i]! * v[i]!;
    out[at] = sum;
  }
}
