import type { Points } from '../../clouds/types.ts';
import { kabsch } from '../../math/linear.ts';
import type { Matrix4 } from '../../math/matrix4.ts';

/**
 * The rigid motion that brings points `chosen` of `from` nearest to the same of `to` (least squares; Horn 1987); null for fewer than three. Where they are
 * collinear, one of the best.
 */
export function fitPairs(from: Points, to: Points, chosen: readonly number[]): Matrix4 | null {
  if (chosen.length < 3) return null;
  const a = centroid(from, chosen);
  const b = centroid(to, chosen);
  const h = new Float64Array(9);
  for (const i of chosen) {
    for (let row = 0; row < 3; row++) {
      const s = from[3 * i + row]! - a[row]!;
      for (let column = 0; column < 3; column++) h[3 * row + column]! += s * (to[3 * i + column]! - b[column]!);
    }
  }
  const r = kabsch(h);
  const out = new Float64Array(16);
  out[15] = 1;
  for (let row = 0; row < 3; row++) {
    let shift = b[row]!;
    for (let column = 0; column < 3; column++) {
      out[4 * row + column] = r[3 * row + column]!;
      shift -= r[3 * row + column]! * a[column]!;
    }
    out[4 * row + 3] = shift;
  }
  return out;
}

function centroid(points: Points, chosen: readonly number[]): Float64Array {
  const out = new Float64Array(3);
  for (const i of chosen) for (let axis = 0; axis < 3; axis++) out[axis]! += points[3 * i + axis]! / chosen.length;
  return out;
}
