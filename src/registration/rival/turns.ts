import type { Points } from '../../clouds/types.ts';
import { multiply, invertRigid, rotationAngle, type Matrix4 } from '../../math/matrix4.ts';
import { expSe3 } from '../../math/se3.ts';
import { principalAxes } from './reach.ts';

const DEGREE = Math.PI / 180;
/** Turns nearer to one another than this are one: the refinement covers it. */
const ALIKE = 9 * DEGREE;
/** Fractions of a turn about an axis around which a cloud spreads evenly: a third, a quarter, a fifth, a sixth and their multiples. */
const evenTurns = [60, 72, 90, 120, 144, 180, 216, 240, 270, 288, 300];
/** Two spreads (variances) within this ratio count as even. */
const EVEN = 1.3;
/** Normals within about 8° are one direction, and those across it at more than 80°. */
const SAME = 0.99;
const ACROSS = 0.17;

/**
 * Turns that may lay a cloud on itself: the 23 of a cube about the directions in which most normals point (what is built at right angles), half turns about the axes
 * of inertia and, where the cloud spreads evenly about one, the usual fractions of a turn. All about the origin; the identity first.
 */
export function likelyTurns(points: Points, normals: Float64Array): readonly Matrix4[] {
  const kept: Matrix4[] = [expSe3([0, 0, 0], [0, 0, 0])];
  const keep = (turn: Matrix4) => {
    if (kept.every((other) => rotationAngle(multiply(invertRigid(other), turn)) > ALIKE)) kept.push(turn);
  };
  const built = builtAxes(normals);
  const inertia = principalAxes(points);
  for (const axes of [built, inertia]) for (let k = 0; k < 3; k++) keep(about(axes, k, 180));
  cubeTurns(built).forEach(keep);
  for (const axes of [inertia, built]) {
    const spread = spreads(points, axes);
    for (let k = 0; k < 3; k++) {
      const [a, b] = [spread[(k + 1) % 3]!, spread[(k + 2) % 3]!];
      if (Math.max(a, b) > EVEN * Math.min(a, b)) continue;
      for (const degrees of evenTurns) keep(about(axes, k, degrees));
    }
  }
  return kept;
}

function about(axes: Float64Array, k: number, degrees: number): Matrix4 {
  const angle = degrees * DEGREE;
  return expSe3([axes[3 * k]! * angle, axes[3 * k + 1]! * angle, axes[3 * k + 2]! * angle], [0, 0, 0]);
}

/** All products of quarter turns about three axes. */
function cubeTurns(axes: Float64Array): readonly Matrix4[] {
  const quarter = [0, 1, 2].map((k) => [0, 90, 180, 270].map((degrees) => about(axes, k, degrees)));
  return quarter[2]!.flatMap((spin) =>
    [...quarter[0]!, quarter[1]![1]!, quarter[1]![3]!].map((tip) => multiply(tip, spin)),
  );
}

/** 9: rows along and across the direction of most normals, and along that of most of those across it. */
function builtAxes(normals: Float64Array): Float64Array {
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

/** Variance of the points along each of three axes. */
function spreads(points: Points, axes: Float64Array): number[] {
  const count = points.length / 3;
  return [0, 1, 2].map((k) => {
    let [sum, square] = [0, 0];
    for (let i = 0; i < points.length; i += 3) {
      const along = points[i]! * axes[3 * k]! + points[i + 1]! * axes[3 * k + 1]! + points[i + 2]! * axes[3 * k + 2]!;
      sum += along / count;
      square += (along * along) / count;
    }
    return square - sum * sum;
  });
}
