import type { Points } from '../../clouds/types.ts';
import { symmetricEigen } from '../../math/linear.ts';

/** Normals within about 8° are one direction, and those across it at more than 80°. */
const SAME = 0.99;
const ACROSS = 0.17;

/** 9: three unit rows, the direction of least spread first. */
export function principalAxes(points: Points): Float64Array {
  const count = points.length / 3;
  const mean = [0, 0, 0];
  for (let i = 0; i < points.length; i++) mean[i % 3]! += points[i]! / count;
  const spread = new Float64Array(9);
  for (let i = 0; i < points.length; i += 3) {
    for (let r = 0; r < 3; r++) {
      const along = (points[i + r]! - mean[r]!) / count;
      for (let c = 0; c < 3; c++) spread[3 * r + c]! += along * (points[i + c]! - mean[c]!);
    }
  }
  return symmetricEigen(spread, 3).vectors;
}

/** 9: rows along and across the direction of most normals, and along that of most of those across it. */
export function builtAxes(normals: Float64Array): Float64Array {
  const first = commonest(normals, () => true);
  const second = commonest(normals, (x, y, z) => Math.abs(x * first[0]! + y * first[1]! + z * first[2]!) < ACROSS);
  const along = second[0]! * first[0]! + second[1]! * first[1]! + second[2]! * first[2]!;
  const b = second.map((c, k) => c - along * first[k]!);
  const length = Math.hypot(...b);
  const [x, y, z] = length > 0 ? b.map((c) => c / length) : anyAcross(first);
  const [u, v, w] = first as unknown as [number, number, number];
  return Float64Array.of(u, v, w, x!, y!, z!, v * z! - w * y!, w * x! - u * z!, u * y! - v * x!);
}

function anyAcross([x, y, z]: readonly number[]): number[] {
  const other = Math.abs(x!) < 0.6 ? [0, z!, -y!] : [-z!, 0, x!];
  const length = Math.hypot(...other) || 1;
  return other.map((c) => c / length);
}

/** The mean of the largest bundle of normals, of either sign, about one of them. */
function commonest(normals: Float64Array, counts: (x: number, y: number, z: number) => boolean): number[] {
  let best = [0, 0, 1];
  let most = 0;
  for (let i = 0; i < normals.length; i += 3) {
    const [x, y, z] = [normals[i]!, normals[i + 1]!, normals[i + 2]!];
    if (!counts(x, y, z)) continue;
    const sum = [0, 0, 0];
    let bundle = 0;
    for (let j = 0; j < normals.length; j += 3) {
      const cosine = x * normals[j]! + y * normals[j + 1]! + z * normals[j + 2]!;
      if (Math.abs(cosine) < SAME) continue;
      bundle++;
      for (let k = 0; k < 3; k++) sum[k]! += Math.sign(cosine) * normals[j + k]!;
    }
    if (bundle <= most) continue;
    most = bundle;
    const length = Math.hypot(...sum);
    best = sum.map((c) => c / length);
  }
  return best;
}
