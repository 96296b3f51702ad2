import { multiply, invertRigid, rotationAngle, type Matrix4 } from '../math/matrix4.ts';

/** How far two poses of one cloud are apart. */
export interface Apart {
  /** Radians. */
  readonly angle: number;
  /** Distance between the two places where the cloud's centre lands. */
  readonly shift: number;
  /** Root mean square, to first order, of how far apart a point of the cloud lands: shift and turn at the cloud's radius. */
  readonly reach: number;
}

/** `centre` and `radius` (root mean square distance to the centre) are the moving cloud's. */
export function posesApart(a: Matrix4, b: Matrix4, centre: readonly [number, number, number], radius: number): Apart {
  const [x, y, z] = centre;
  const angle = rotationAngle(multiply(invertRigid(a), b));
  const at = (row: number): number =>
    (a[row]! - b[row]!) * x +
    (a[row + 1]! - b[row + 1]!) * y +
    (a[row + 2]! - b[row + 2]!) * z +
    a[row + 3]! -
    b[row + 3]!;
  const shift = Math.hypot(at(0), at(4), at(8));
  return { angle, shift, reach: Math.hypot(shift, 2 * Math.sin(angle / 2) * radius * Math.sqrt(2 / 3)) };
}
