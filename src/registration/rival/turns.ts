import type { Points } from '../../clouds/types.ts';
import { multiply, invertRigid, rotationAngle, type Matrix4 } from '../../math/matrix4.ts';
import { expSe3 } from '../../math/se3.ts';
import { builtAxes, principalAxes } from './axes.ts';

const DEGREE = Math.PI / 180;
/** Turns nearer to one another than this are one: the refinement covers it. */
const ALIKE = 9 * DEGREE;
/** Fractions of a turn about an axis around which a cloud spreads evenly: a third, a quarter, a fifth, a sixth and their multiples. */
const evenTurns = [60, 72, 90, 120, 144, 180, 216, 240, 270, 288, 300];
/** Two spreads (variances) within this ratio count as even. */
const EVEN = 1.3;

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
