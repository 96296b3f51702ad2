import type { Rng } from '../math/rng.ts';

let scratch = new Float64Array(1024);

/**
 * `count` (even) points uniform over the surface of `triangles`, as two independent samples, each stratified by area (one point in each of
 * count/2 equal shares of it): one at the even places, one at the odd places, each in random order.
 */
export function sampleSurface(triangles: Float64Array, count: number, rng: Rng): Float64Array {
  const n = triangles.length / 9;
  if (scratch.length < n) scratch = new Float64Array(2 * n);
  const upTo = scratch;
  let area = 0;
  for (let i = 0; i < n; i++) {
    area += parallelogram(triangles, 9 * i);
    upTo[i] = area;
  }
  const points = new Float64Array(3 * count);
  const each = count / 2;
  for (let run = 0; run < 2; run++) {
    let face = 0;
    for (let k = 0; k < each; k++) {
      const u = ((k + rng.uniform()) / each) * area;
      while (face < n - 1 && upTo[face]! < u) face++;
      // Fisher–Yates from the inside: point k takes the place of a random earlier one, which moves to the end.
      const place = 6 * Math.floor(rng.uniform() * (k + 1)) + 3 * run;
      points.copyWithin(6 * k + 3 * run, place, place + 3);
      put(triangles, 9 * face, rng, points, place);
    }
  }
  return points;
}

/** Twice the area of the triangle from `o` on. */
function parallelogram(t: Float64Array, o: number): number {
  const [ax, ay, az] = [t[o + 3]! - t[o]!, t[o + 4]! - t[o + 1]!, t[o + 5]! - t[o + 2]!];
  const [bx, by, bz] = [t[o + 6]! - t[o]!, t[o + 7]! - t[o + 1]!, t[o + 8]! - t[o + 2]!];
  const [x, y, z] = [ay * bz - az * by, az * bx - ax * bz, ax * by - ay * bx];
  return Math.sqrt(x * x + y * y + z * z);
}

/** A uniform point of the triangle from `o` on, written to `out` from `place` on. */
function put(t: Float64Array, o: number, rng: Rng, out: Float64Array, place: number): void {
  let p = rng.uniform();
  let q = rng.uniform();
  if (p + q > 1) {
    p = 1 - p;
    q = 1 - q;
  }
  for (let k = 0; k < 3; k++) {
    const a = t[o + k]!;
    out[place + k] = a + p * (t[o + 3 + k]! - a) + q * (t[o + 6 + k]! - a);
  }
}
