/** Two things whose statistics differ by less are one thing. */
const SAME = 2e-3;

/**
 * What a mesh's surface is like whatever its triangulation: edges of the box, area, its centre and its second moments, of a normalised mesh.
 * @returns 13 numbers
 */
export function fingerprint(t: Float64Array): number[] {
  const low = [Infinity, Infinity, Infinity];
  const high = [-Infinity, -Infinity, -Infinity];
  for (let i = 0; i < t.length; i++) {
    low[i % 3] = Math.min(low[i % 3]!, t[i]!);
    high[i % 3] = Math.max(high[i % 3]!, t[i]!);
  }
  let area = 0;
  const first = [0, 0, 0];
  const second = [0, 0, 0, 0, 0, 0];
  for (let o = 0; o < t.length; o += 9) {
    const [a, b, c] = [t.subarray(o, o + 3), t.subarray(o + 3, o + 6), t.subarray(o + 6, o + 9)];
    const u = [0, 1, 2].map((k) => b[k]! - a[k]!);
    const v = [0, 1, 2].map((k) => c[k]! - a[k]!);
    const half =
      Math.hypot(u[1]! * v[2]! - u[2]! * v[1]!, u[2]! * v[0]! - u[0]! * v[2]!, u[0]! * v[1]! - u[1]! * v[0]!) / 2;
    area += half;
    const sum = [0, 1, 2].map((k) => a[k]! + b[k]! + c[k]!);
    for (let k = 0; k < 3; k++) first[k]! += (half * sum[k]!) / 3;
    let at = 0;
    for (let k = 0; k < 3; k++) {
      for (let l = k; l < 3; l++) {
        second[at++]! += (half * (a[k]! * a[l]! + b[k]! * b[l]! + c[k]! * c[l]! + sum[k]! * sum[l]!)) / 12;
      }
    }
  }
  return [
    ...low.map((from, k) => high[k]! - from),
    area / 10,
    ...first.map((x) => x / area),
    ...second.map((x) => x / area),
  ];
}

export function alike(a: readonly number[], b: readonly number[]): boolean {
  return a.every((x, i) => Math.abs(x - b[i]!) < SAME);
}
