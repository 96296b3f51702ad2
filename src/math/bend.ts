/** A symmetric 2 × 2 matrix: how a function of x and y bends. */
export interface Bend {
  readonly xx: number;
  readonly xy: number;
  readonly yy: number;
}

export interface Eigen {
  readonly smallest: number;
  readonly largest: number;
  /** Of length 1, the direction in which it bends most; that of the least lies across: (−y, x). */
  readonly steepest: readonly [x: number, y: number];
}

export function eigenOf({ xx, xy, yy }: Bend): Eigen {
  const middle = (xx + yy) / 2;
  const half = (xx - yy) / 2;
  // Not Math.hypot, whose last bit is the engine's.
  const spread = Math.sqrt(half * half + xy * xy);
  const angle = Math.atan2(2 * xy, xx - yy) / 2;
  return { smallest: middle - spread, largest: middle + spread, steepest: [Math.cos(angle), Math.sin(angle)] };
}

/** A determinant below this share of its own terms is rounding. */
const SINGULAR = 1e-15;

/** d with B d = −g; null where B is singular to the last digit of float64, whatever the units of x and y. */
export function downhill({ xx, xy, yy }: Bend, gx: number, gy: number): readonly [dx: number, dy: number] | null {
  const [product, square] = [xx * yy, xy * xy];
  const determinant = product - square;
  // Not `<=`: NaN must fail.
  if (!(Math.abs(determinant) > SINGULAR * (Math.abs(product) + square))) return null;
  return [(xy * gy - yy * gx) / determinant, (xy * gx - xx * gy) / determinant];
}
